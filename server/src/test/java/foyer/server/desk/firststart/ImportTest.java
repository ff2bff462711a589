package foyer.server.desk.firststart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.server.ChildServer;
import foyer.server.LiveServer;
import foyer.server.SmallLibrary;
import foyer.server.circulation.policy.Luhn;
import foyer.server.projection.Projections;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("ledger")
class ImportTest {
    private static final String SENTINEL = "not-a-number-Kalniņa";

    @TempDir
    private Path directory;

    private final LiveServer server = LiveServer.shared();
    private final Importer importer = server.bean(Importer.class);

    /** In line {@code line} of a file, {@code was} becomes {@code is}: the refusal names the place and repeats nothing. */
    @ParameterizedTest
    @CsvSource({
        "networks, 2, ',3,14,', ',0,14,'",
        "networks, 2, ',3,14,', ',many,14,'",
        "networks, 2, CARD_AND_PIN, CARD",
        "networks, 2, '2[0-9]{4}', '2[0-9'",
        "networks, 3, FRIDAY, FREITAG",
        "networks, 3, '08:00,20:00', '20:00,08:00'",
        "branches, 2, 'water,', 'wine,'",
        "branches, 3, Europe/Riga, Europe/Rīga",
        "branches, 4, ',el en', ',de en'",
        "branches, 4, 'Μακριά', ''",
        "titles, 5, ',water', ',wine'",
        "titles, 5, '1990', 'MCMXC'",
        "titles, 5, 't4,', 't3,'",
        "items, 2, '30001', '3001'",
        "items, 2, 't1,', 't999,'",
        "items, 2, 'riverside', 'faraway'",
        "items, 3, '30002', '30001'",
        "patrons, 3, '20002', '90002'",
        "patrons, 3, '20002', '20001'",
        "patrons, 3, 'user2', 'user1'",
        "patrons, 3, 'true', 'yes'",
        "patrons, 3, ',lv,', ',de,'",
        "patrons, 3, '4002', ''",
        "patrons, 3, 'p2,', 'p/2,'",
        "staff, 3, 'stone', 'water'",
        "staff, 3, '90002', ''"
    })
    void aRowThatDoesNotFitIsNamed(String file, int line, String was, String is) throws IOException {
        SmallLibrary.write(directory);
        Path changed = directory.resolve(file + ".csv");
        String[] lines = Files.readString(changed).split("\n");
        assertThat(lines[line - 1]).contains(was);
        lines[line - 1] =
                lines[line - 1].replaceFirst(Pattern.quote(was), Matcher.quoteReplacement(is == null ? "" : is));
        Files.writeString(changed, String.join("\n", lines) + "\n");
        long before = titles();
        assertThatThrownBy(() -> importer.load(directory))
                .isInstanceOf(ImportRefused.class)
                .hasMessageStartingWith(file + ".csv, line " + line + ": ");
        assertThat(titles()).isEqualTo(before);
    }

    @Test
    void aMissingColumnIsNamed() throws IOException {
        SmallLibrary.write(directory);
        Path changed = directory.resolve("titles.csv");
        Files.writeString(
                changed,
                Files.readString(changed).replaceFirst("author", "writer").replaceFirst("title,", "x,"));
        assertThatThrownBy(() -> importer.load(directory)).hasMessage("titles.csv, line 2: title is missing");
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        SmallLibrary.write(directory);
        Files.delete(directory.resolve("items.csv"));
        assertThatThrownBy(() -> importer.load(directory))
                .isInstanceOf(ImportRefused.class)
                .hasMessageStartingWith("items.csv: ");
    }

    @Test
    void whatStoodInARowIsNotRepeated() throws IOException {
        SmallLibrary.write(directory);
        Path changed = directory.resolve("patrons.csv");
        Files.writeString(changed, Files.readString(changed).replaceFirst("20002", SENTINEL));
        assertThatThrownBy(() -> importer.load(directory))
                .isInstanceOf(ImportRefused.class)
                .hasNoCause()
                .message()
                .doesNotContain(SENTINEL);
    }

    @ParameterizedTest
    @CsvSource({"31457000102033, true", "31457000102034, false", "3145700010203x, false", "123, true"})
    void theCheckDigitIsOfFourteenDigits(String number, boolean ends) {
        assertThat(Luhn.ends(number, 14)).isEqualTo(ends);
    }

    @Test
    void anEmptyLedgerGetsOneMemberOfStaffWhosePasswordIsShownOnce() throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(LiveServer.arguments(directory));
        arguments.removeIf(argument -> argument.startsWith("--foyer.import"));
        try (ChildServer first = ChildServer.start(directory, arguments)) {
            Matcher password = Pattern.compile("admin with the password (\\S+)").matcher(first.log());
            assertThat(password.find()).isTrue();
            assertThat(status(first, password.group(1))).isEqualTo(200);
            assertThat(status(first, "admin")).isEqualTo(401);
        }
        try (ChildServer second = ChildServer.start(directory, arguments)) {
            assertThat(second.log()).doesNotContain("password");
        }
    }

    private static int status(ChildServer server, String password) throws IOException, InterruptedException {
        String user = Base64.getEncoder().encodeToString(("admin:" + password).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(server.web("/api/v1/staff/stations"))
                .header("Authorization", "Basic " + user)
                .build();
        return server.send(request).statusCode();
    }

    private long titles() {
        return server.bean(Projections.class).titles("water", "", 1000).size();
    }
}
