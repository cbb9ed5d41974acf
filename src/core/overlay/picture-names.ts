/** Pictures that an overlay may replace; the logo stands before the name of the site. */
export const pictureNames = ['logo.svg', 'favicon.svg', 'card.png'];
