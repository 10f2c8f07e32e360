// The zone of whoever looks: the server cannot know it.
export const name = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
