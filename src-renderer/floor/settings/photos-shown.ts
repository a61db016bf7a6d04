const storedAs = 'kitchen-pass.floor-photos';

/** Of this device: photos cost room on a small one, and air on a slow network. */
export function readPhotosShown(): boolean {
  try {
    return localStorage.getItem(storedAs) !== 'off';
  } catch {
    return true;
  }
}

/** `sizes.css` leaves them out, and what is not shown is not fetched. */
export function showPhotos(areShown: boolean): void {
  document.documentElement.dataset.photos = areShown ? 'on' : 'off';
}

export function keepPhotosShown(areShown: boolean): void {
  showPhotos(areShown);
  try {
    localStorage.setItem(storedAs, areShown ? 'on' : 'off');
  } catch {
    // It holds until the page is loaded anew; that is all a locked storage allows.
  }
}
