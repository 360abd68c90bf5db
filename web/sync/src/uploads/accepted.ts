/**
 * What a browser's window to choose files in offers. Asked for images and videos alone, phones with Android show their pictures and
 * no camera; asked for a type besides that no file has, they let one choose between both.
 */
export function acceptedBy(hasFingers: boolean): string {
  return hasFingers ? "image/*,video/*,application/x-camera" : "image/*,video/*";
}
