/** The id of the script element in which a report saved as one HTML file carries its answers. */
export const answersElementId = 'trivium-answers';
