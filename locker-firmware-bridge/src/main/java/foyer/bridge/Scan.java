package foyer.bridge;

/**
 * One barcode as a scanner gave it, without its line end and AIM prefix; 1 to 64 printable characters.
 *
 * <p>It may be a person's card: {@link #toString} never shows it, so that no log can.
 *
 * @param at {@link System#nanoTime()} when its last byte came
 */
public record Scan(String scanner, String text, long at) {
    @Override
    public String toString() {
        return "Scan[" + scanner + ", " + text.length() + " characters]";
    }
}
