package foyer.server.web.pages;

import java.util.List;

/**
 * A station's page, all in words of one language; tones are {@code leaf, honey, brick, sky, plain}.
 *
 * @param screen the classes of the cells that no door takes, if they are one rectangle; else empty
 */
record StationView(
        String id,
        String name,
        boolean online,
        String link,
        String heard,
        String waiting,
        String doing,
        List<Alarm> alarms,
        List<Door> doors,
        String screen,
        List<Bin> bins,
        List<Figure> figures,
        List<String> unwell,
        List<Line> happened) {

    /** What somebody must look at, and when it was. */
    record Alarm(long id, String what, String more, String when) {}

    /**
     * One door on the wall.
     *
     * @param place the classes of its cells in the grid, see {@code foyer.css}
     * @param state which of the six looks it has: {@code free, ready, open, look, jammed, silent}
     * @param word the state in words; {@code more}: whose order, or the size
     */
    record Door(String name, String place, String state, String word, String more) {}

    record Bin(String id, String name, int dropped, int capacity, String word, String tone) {}

    /** @param id of its place on the page */
    record Figure(String id, String number, String word) {}

    record Line(String time, String at, String what, String tag, String tone) {}
}
