package foyer.kiosk.screen;

import foyer.kiosk.session.Frame;
import foyer.kiosk.session.View;
import foyer.station.BinId;
import foyer.station.Birth.CompartmentPlan;
import foyer.station.Birth.Height;
import foyer.station.Birth.Size;
import foyer.station.CompartmentId;
import foyer.station.HoldId;
import foyer.station.ItemBarcode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Frames as a station shows them: every view, usual ones and the fullest. */
final class Samples {
    static final Instant MOMENT = Instant.parse("2026-11-23T15:42:00Z");
    static final LocalDate DUE = LocalDate.of(2026, 12, 14);
    static final String LONG_TITLE =
            "Nepilngadīgo noziedzības novēršanas starpinstitucionālās sadarbības pilnveidošanas iespējas Austrumlatvijas"
                    + " pašvaldībās pēc administratīvi teritoriālās reformas : rakstu krājums / sastādītāja Anna Bērziņa";
    static final String LONG_AUTHOR = "Παπαδιαμαντοπούλου-Κωνσταντινίδου, Αλεξάνδρα-Μαρία";

    private Samples() {}

    /** The wall of the pictures: 19 doors in four columns, the screen in the second. */
    static Frame.Place place() {
        List<CompartmentPlan> wall = List.of(
                door(1, 0, 0, 1),
                door(2, 1, 0, 1),
                door(3, 2, 0, 1),
                door(4, 3, 0, 1),
                door(5, 0, 1, 2),
                door(7, 2, 1, 2),
                door(8, 3, 1, 1),
                door(9, 3, 2, 1),
                door(10, 0, 3, 1),
                door(11, 1, 3, 1),
                door(12, 2, 3, 1),
                door(13, 3, 3, 1),
                door(14, 0, 4, 2),
                door(15, 1, 4, 2),
                door(16, 2, 4, 1),
                door(17, 3, 4, 1),
                door(18, 2, 5, 1),
                door(19, 3, 5, 1));
        return new Frame.Place(
                Map.of(
                        "lv", "Ilūkstes Centrālā bibliotēka",
                        "el", "Κεντρική Βιβλιοθήκη Καλαμαριάς",
                        "en", "Central Library, Ilūkste",
                        "ru", "Центральная библиотека, Илуксте"),
                "+371 654 62435",
                ZoneId.of("Europe/Riga"),
                List.of("en", "lv", "el", "ru"),
                wall);
    }

    static Frame.Place place(String first) {
        Frame.Place place = place();
        List<String> languages = new ArrayList<>(List.of("lv", "el", "en", "ru"));
        languages.remove(first);
        languages.addFirst(first);
        return new Frame.Place(place.name(), place.phone(), place.zone(), languages, place.wall());
    }

    static Frame frame(long visit, View view) {
        return new Frame(visit, view, place(), 52, true, MOMENT);
    }

    private static CompartmentPlan door(int number, int column, int row, int rows) {
        return new CompartmentPlan(
                new CompartmentId("" + number),
                rows > 1 ? Size.L : Size.M,
                row > 3 ? Height.LOW : row > 0 ? Height.MIDDLE : Height.HIGH,
                column,
                row,
                1,
                rows);
    }

    static final CompartmentId SEVEN = new CompartmentId("7");

    static View.Line line(String hold, String title, String author, boolean chosen) {
        return new View.Line(new HoldId(hold), title, author, SEVEN, DUE, chosen);
    }

    static List<View.Line> two() {
        return List.of(
                line("h1", "Dvēseļu putenis", "Aleksandrs Grīns", true),
                line("h2", "Mātes piens", "Nora Ikstena", true));
    }

    private static List<View.Line> greek() {
        return List.of(
                line("h1", "Ο τελευταίος πειρασμός", "Νίκος Καζαντζάκης", true),
                line("h2", "Η μεγάλη χίμαιρα", "Μ. Καραγάτσης", true));
    }

    /** Ten, the most holds of any network, with the longest words. */
    static List<View.Line> ten() {
        List<View.Line> lines = new ArrayList<>();
        for (int n = 1; n <= 10; n++) {
            lines.add(line("h" + n, n % 2 == 0 ? "Η μεγάλη χίμαιρα" : LONG_TITLE, LONG_AUTHOR, n % 3 > 0));
        }
        return lines;
    }

    static View.Book book(String title, String author) {
        return new View.Book(new ItemBarcode("33191000105864"), Optional.of(title), Optional.of(author));
    }

    static final View.Book UNTITLED =
            new View.Book(new ItemBarcode("33191000105864"), Optional.empty(), Optional.empty());

    static List<View.Returned> returned() {
        return List.of(
                new View.Returned(
                        book("Mātes piens", "Nora Ikstena"),
                        View.Returned.Result.RECEIVED,
                        MOMENT.minusSeconds(120),
                        3),
                new View.Returned(UNTITLED, View.Returned.Result.NOT_OURS, MOMENT.minusSeconds(90), 0),
                new View.Returned(
                        book("Dvēseļu putenis", "Aleksandrs Grīns"),
                        View.Returned.Result.RECEIVED,
                        MOMENT.minusSeconds(60),
                        3));
    }

    static List<View.Returned> many() {
        List<View.Returned> all = new ArrayList<>();
        for (int n = 0; n < 9; n++) {
            all.add(new View.Returned(
                    book(LONG_TITLE, LONG_AUTHOR),
                    List.of(View.Returned.Result.values()).get(n % 3),
                    MOMENT,
                    21));
        }
        return all;
    }

    /** Every view by a name, the fullest among them. */
    static Map<String, View> all() {
        Map<String, View> views = new LinkedHashMap<>();
        views.put("starting", new View.Starting());
        views.put("welcome", new View.Welcome(new View.Returns.Taken(60)));
        views.put("welcome-closed", new View.Welcome(new View.Returns.Closed(Instant.parse("2026-11-27T08:00:00Z"))));
        views.put("welcome-full", new View.Welcome(new View.Returns.Full()));
        views.put("card-number", new View.CardNumber(false));
        views.put("card-number-malformed", new View.CardNumber(true));
        views.put("pin", new View.Pin(false, false));
        views.put("pin-again", new View.Pin(true, false));
        views.put("pin-staff", new View.Pin(false, true));
        views.put("checking", new View.Checking());
        views.put("ready", new View.Ready(two()));
        views.put("ready-ten", new View.Ready(ten()));
        views.put("ready-none", new View.Ready(List.of(line("h1", "Straumēni", "", false))));
        views.put("opening", new View.Opening(SEVEN));
        views.put("door-open", new View.DoorOpen(SEVEN, two(), false));
        views.put("door-open-greek", new View.DoorOpen(SEVEN, greek(), false));
        views.put("door-open-ten", new View.DoorOpen(SEVEN, ten(), false));
        views.put("door-open-late", new View.DoorOpen(SEVEN, two(), true));
        views.put("door-open-again", new View.DoorOpen(SEVEN, List.of(), false));
        views.put("take-books", new View.TakeBooks(SEVEN, two(), true));
        views.put("take-books-ten", new View.TakeBooks(SEVEN, ten(), true));
        views.put("take-books-one", new View.TakeBooks(SEVEN, two().subList(0, 1), false));
        views.put("scan-return", new View.ScanReturn(List.of()));
        views.put("scan-return-three", new View.ScanReturn(returned()));
        views.put("scan-return-many", new View.ScanReturn(many()));
        views.put("drop-return", new View.DropReturn(new BinId("A"), book("Straumēni", "Edvarts Virza"), returned()));
        views.put("drop-return-many", new View.DropReturn(new BinId("A"), book(LONG_TITLE, LONG_AUTHOR), many()));
        staff(views);
        for (View.What what : View.What.values()) {
            views.put("trouble-" + what, new View.Trouble(what, Optional.empty(), false));
            views.put("trouble-" + what + "-7", new View.Trouble(what, Optional.of(SEVEN), true));
        }
        return views;
    }

    private static void staff(Map<String, View> views) {
        views.put(
                "staff",
                new View.StaffHome(
                        List.of(book("Mātes piens", "Nora Ikstena"), book("Straumēni", "Edvarts Virza")),
                        List.of(new CompartmentId("12")),
                        9,
                        bins(),
                        Optional.empty()));
        views.put("staff-nothing", new View.StaffHome(List.of(), List.of(), 0, List.of(), Optional.empty()));
        List<View.Book> books = new ArrayList<>();
        List<CompartmentId> doors = new ArrayList<>();
        for (int n = 1; n <= 14; n++) {
            books.add(book(LONG_TITLE, LONG_AUTHOR));
            doors.add(new CompartmentId("" + n));
        }
        for (View.StaffNote note : View.StaffNote.values()) {
            views.put("staff-" + note, new View.StaffHome(books, doors, 1, fullBins(), Optional.of(note)));
        }
        views.put("load-door", new View.LoadDoor(SEVEN, book("Mātes piens", "Nora Ikstena"), false));
        views.put("load-door-late", new View.LoadDoor(SEVEN, book(LONG_TITLE, LONG_AUTHOR), true));
        views.put("load-confirm", new View.LoadConfirm(SEVEN, book("Mātes piens", "Nora Ikstena")));
        views.put("load-confirm-long", new View.LoadConfirm(SEVEN, book(LONG_TITLE, LONG_AUTHOR)));
        views.put("inspect-door", new View.InspectDoor(SEVEN, false));
        views.put("inspect-door-late", new View.InspectDoor(SEVEN, true));
        views.put("inspect-confirm", new View.InspectConfirm(SEVEN));
        views.put("bin-confirm", new View.BinConfirm(new BinId("1"), 38));
        views.put("bin-confirm-nothing", new View.BinConfirm(new BinId("WEST-WING-12"), 0));
    }

    static List<View.Bin> bins() {
        return List.of(new View.Bin(new BinId("1"), 38, 60), new View.Bin(new BinId("2"), 0, 60));
    }

    /** One more than a screen shows, with the longest of names and numbers. */
    private static List<View.Bin> fullBins() {
        return List.of(
                new View.Bin(new BinId("1"), 120, 120),
                new View.Bin(new BinId("WEST-WING-12"), 250, 250),
                new View.Bin(new BinId("3"), 0, 60));
    }
}
