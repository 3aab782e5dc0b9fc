/** Height of the navigation at the foot of a phone's screen: what else sticks there stands above it. */
export const NAVIGATION_PX = 56;
