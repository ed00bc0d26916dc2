/** Who does something, when, and by which interaction: delivered twice, it takes effect once. */
export type Doing = { readonly interactionId: string; readonly by: string; readonly at: Date };
