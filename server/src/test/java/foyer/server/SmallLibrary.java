package foyer.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Two networks' worth of rows, written as a library would export them. */
public final class SmallLibrary {
    private SmallLibrary() {}

    public static void write(Path directory) throws IOException {
        Files.writeString(directory.resolve("networks.csv"), """
                id,name,hold_limit,loan_days,quarantine_days,release,card_format,item_format,luhn,bin_capacity,return_days,return_from,return_until,card_numbers
                water,Water,3,14,3,CARD_AND_PIN,2[0-9]{4},3[0-9]{4},false,60,MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY,00:00,00:00,27###
                stone,Stone,10,21,3,CARD_ONLY,4[0-9]{4},5[0-9]{4},false,60,FRIDAY,08:00,20:00,47###
                """);
        Files.writeString(directory.resolve("branches.csv"), """
                network,id,name_lv,name_el,name_en,name_ru,address,phone,email,zone,languages
                water,riverside,Upmala,,Riverside,,"Upes iela 1, Upmala",+371 1,r@library.example,Europe/Riga,lv en
                water,hilltop,Kalns,,Hilltop,,,,,Europe/Riga,lv
                stone,faraway,,Μακριά,Faraway,,,,,Europe/Athens,el en
                """);
        Files.writeString(
                directory.resolve("titles.csv"),
                "id,title,author,isbn,year,language,network\n"
                        + lines(LiveServer.TITLES, n -> "t%d,\"Grāmata %d, otrais\",Author %d,,1990,lv,water"
                                .formatted(n, n, n))
                        + "foreign,Βιβλίο,Συγγραφέας,,,el,stone\n");
        Files.writeString(
                directory.resolve("items.csv"),
                "barcode,title,branch\n"
                        + lines(LiveServer.TITLES, n -> "3%04d,t%d,riverside".formatted(n, n))
                        + lines(10, n -> "3%04d,t%d,hilltop".formatted(1000 + n, n))
                        + "50001,foreign,faraway\n");
        Files.writeString(
                directory.resolve("patrons.csv"),
                "id,network,branch,card,pin,user,password,given,family,language,low\n"
                        + lines(
                                LiveServer.PATRONS,
                                n -> "p%d,water,riverside,2%04d,40%02d,user%d,secret-%d,Ilze,Kalniņa,lv,%s"
                                        .formatted(n, n, n, n, n, n % 2 == 0)));
        Files.writeString(directory.resolve("staff.csv"), """
                id,network,branch,badge,pin,user,password,name
                s1,water,riverside,90001,7001,inese,staff-secret,Inese Zariņa
                s2,stone,faraway,90002,7002,eleni,staff-secret,Ελένη
                """);
    }

    private static String lines(int count, java.util.function.IntFunction<String> line) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(line)
                .map(text -> text + "\n")
                .collect(Collectors.joining());
    }
}
