package foyer.kiosk.screen.model;

import foyer.kiosk.session.View;

/**
 * Titles as they are said on a touchscreen. Catalogues carry subtitles and responsibility statements of several hundred
 * letters (ISBD puts them after " : " and " / "); a person recognises a book by its first words.
 */
public final class Titles {
    /** About two lines of 28 px beside a wall of doors. */
    private static final int MOST_LETTERS = 64;

    private Titles() {}

    public static String shortened(String title) {
        String whole = title.strip();
        if (whole.length() <= MOST_LETTERS) {
            return whole;
        }
        String main = whole.split(" [:/] ", 2)[0].strip();
        if (main.length() <= MOST_LETTERS) {
            return main;
        }
        int space = main.lastIndexOf(' ', MOST_LETTERS - 1);
        int end = space > MOST_LETTERS / 2 ? space : MOST_LETTERS - 1;
        return main.substring(0, end).stripTrailing() + "…";
    }

    /** A book by its title, or by its barcode where the station was never told the title. */
    static String of(View.Book book, Setting in) {
        return book.title()
                .map(Titles::shortened)
                .orElseGet(() -> in.say("book", "item", book.item().value()));
    }

    static String withAuthor(String title, String author) {
        return author.isBlank() ? title : title + ", " + shortened(author);
    }

    static String withAuthor(View.Book book, Setting in) {
        return withAuthor(of(book, in), book.author().orElse(""));
    }
}
