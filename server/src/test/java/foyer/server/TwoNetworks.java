package foyer.server;

import foyer.server.circulation.policy.CardNumbers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The two networks whose rules the system carries, each under the policy shipped for it and with the number formats and
 * branches of the demonstration, but without holidays: whoever steps a clock through them meets none by chance. There
 * are no patrons, for each test registers its own, and books enough for each test to have its own as well.
 */
public final class TwoNetworks {
    public static final List<String> LATVIAN = List.of("ilukste", "livani", "subate");
    public static final List<String> GREEK = List.of("kalamaria", "daideios");
    public static final String LATVIAN_NUMBERS = "57";
    public static final String GREEK_NUMBERS = "13";

    private static final int BOOKS = 200;
    private static final AtomicInteger LATVIAN_BOOKS = new AtomicInteger();
    private static final AtomicInteger GREEK_BOOKS = new AtomicInteger();

    private TwoNetworks() {}

    /** A title that has a copy at each branch of its network. */
    public record Book(String id, int number) {
        public String title() {
            return id.startsWith("il") ? "Stāsts " + number : "Ιστορία " + number;
        }

        public String isbn() {
            return (id.startsWith("il") ? "9789984" : "9789605") + "%06d".formatted(number);
        }

        /** The barcode of the copy of this branch. */
        public String copy(String branch) {
            return id.startsWith("il")
                    ? numbered("3", LATVIAN_NUMBERS, (LATVIAN.indexOf(branch) + 1) * 1000 + number)
                    : numbered("3", GREEK_NUMBERS, (GREEK.indexOf(branch) + 1) * 1000 + number);
        }
    }

    /** One nobody else asks for. */
    public static Book latvianBook() {
        return given("il-", LATVIAN_BOOKS);
    }

    public static Book greekBook() {
        return given("ka-", GREEK_BOOKS);
    }

    private static Book given(String network, AtomicInteger count) {
        int number = count.incrementAndGet();
        if (number > BOOKS) {
            throw new IllegalStateException("there are only " + BOOKS + " books");
        }
        return new Book(network + number, number);
    }

    /** Fourteen digits that end in their check digit, of cards ({@code kind} 2) or of items (3). */
    public static String numbered(String kind, String network, int count) {
        String head = network.equals(LATVIAN_NUMBERS) ? "1457" : "2313";
        return CardNumbers.of(kind + head + "########L", count).orElseThrow();
    }

    public static void write(Path directory) throws IOException {
        Files.writeString(directory.resolve("networks.csv"), """
                id,name,policy,card_format,item_format,luhn,card_numbers,bin_capacity
                ilukste-livani,Ilūkstes un Līvānu bibliotēkas,reviewed,21457[0-9]{9},31457[0-9]{9},yes,214579#######L,60
                kalamaria,Βιβλιοθήκες Καλαμαριάς,by-appointment,22313[0-9]{9},32313[0-9]{9},yes,223139#######L,60
                """);
        Files.writeString(directory.resolve("branches.csv"), """
                network,id,name_lv,name_el,address,phone,email,zone,languages,return_days,return_from,return_until
                ilukste-livani,ilukste,Ilūkstes centrālā bibliotēka,,"Ilūkste, Augšdaugavas novads",+371 654 62435,ilukste@union.example,Europe/Riga,lv,,,
                ilukste-livani,livani,Līvānu novada Centrālā bibliotēka,,"Līvāni, Līvānu novads, LV-5316",+371 653 07180,livani@union.example,Europe/Riga,lv,,,
                ilukste-livani,subate,Subates bibliotēka,,"Subate, Augšdaugavas novads",+371 654 62436,subate@union.example,Europe/Riga,lv,,,
                kalamaria,kalamaria,,Κεντρική Βιβλιοθήκη Καλαμαριάς,"Αργυρουπόλεως 34, Καλαμαριά",2313 314 580,kalamaria@city.example,Europe/Athens,el,,,
                kalamaria,daideios,,Δαήδειος Παιδική Βιβλιοθήκη,"Ελλησπόντου 15, Νέο Κατιρλί",2313 314 589,daideios@city.example,Europe/Athens,el,MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY,opening,opening
                """);
        Files.writeString(
                directory.resolve("titles.csv"),
                "id,title,author,isbn,year,language,network\n"
                        + lines(n -> new Book("il-" + n, n), book -> "%s,%s,Imants Rakstnieks,%s,1971,lv,ilukste-livani"
                                .formatted(book.id(), book.title(), book.isbn()))
                        + lines(n -> new Book("ka-" + n, n), book -> "%s,%s,Ευγένιος Συγγραφέας,%s,2012,el,kalamaria"
                                .formatted(book.id(), book.title(), book.isbn()))
                        + "il-both,Epifānijas,Imants Ziedonis,9789934036101,1971,lv,ilukste-livani\n"
                        + "ka-both,Epifānijas,Imants Ziedonis,9789934036101,1971,lv,kalamaria\n");
        Files.writeString(
                directory.resolve("items.csv"),
                "barcode,title,branch\n" + copies("il-", LATVIAN) + copies("ka-", GREEK));
        Files.writeString(
                directory.resolve("patrons.csv"),
                "id,network,branch,card,pin,user,password,given,family,language,low\n");
        Files.writeString(directory.resolve("staff.csv"), """
                id,network,branch,badge,pin,user,password,name
                il-s1,ilukste-livani,ilukste,29145700042013,6184,inese,staff-secret,Inese Zariņa
                il-s2,ilukste-livani,livani,29145700042872,3907,edgars,staff-secret,Edgars Liepiņš
                ka-s1,kalamaria,kalamaria,29231300042015,7428,anna,staff-secret,Άννα Δημητρίου
                ka-s2,kalamaria,daideios,29231300042874,1956,petros,staff-secret,Πέτρος Ιωαννίδης
                """);
    }

    private static String copies(String network, List<String> branches) {
        return branches.stream()
                .map(branch -> lines(
                        n -> new Book(network + n, n), book -> book.copy(branch) + "," + book.id() + "," + branch))
                .collect(Collectors.joining());
    }

    private static String lines(IntFunction<Book> book, Function<Book, String> line) {
        return IntStream.rangeClosed(1, BOOKS)
                .mapToObj(book)
                .map(line)
                .map(text -> text + "\n")
                .collect(Collectors.joining());
    }
}
