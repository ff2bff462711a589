package foyer.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A scanner that types into a window, by the bridge's own door. */
@Timeout(60)
class WindowKeysTest {
    private static final String FILE = """
            line main simulated
            board a 8a80 line=main address=1 channels=24
            door 1 board=a channel=1 size=S height=HIGH column=0 row=0 columns=1 rows=1
            scanner desk keyboard
            code card kind=card prefix=2 length=14 check=luhn
            """;

    private final Recorder seen = new Recorder();
    private long now = System.nanoTime();

    private String type(WindowKeys keys, String text, int gapMillis) {
        StringBuilder passedOn = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            now += TimeUnit.MILLISECONDS.toNanos(gapMillis);
            passedOn.append(keys.key(text.charAt(i), now));
        }
        return passedOn.toString();
    }

    @Test
    void whatAScannerTypesIsAScanAndWhatAPersonTypesIsTheWindows(@TempDir Path folder) throws Exception {
        try (Bridge bridge = Bridge.start(TestHardware.read(folder, FILE), seen)) {
            WindowKeys keys = bridge.keyboard().orElseThrow();
            assertThat(type(keys, "21234000000018\r", 8)).isEmpty();
            assertThat(seen.scans).singleElement().isEqualTo(new Scan("desk", "21234000000018", now));
            assertThat(type(keys, "21234000000019\r", 8)).isEmpty();
            assertThat(seen.unreadable)
                    .singleElement()
                    .asString()
                    .startsWith("desk: ")
                    .doesNotContain("2123");
            String passedOn = type(keys, "2123", 150);
            assertThat(keys.isPending()).isTrue();
            now += TimeUnit.SECONDS.toNanos(1);
            assertThat(passedOn + keys.silence(now)).isEqualTo("2123");
            assertThat(seen.scans).hasSize(1);
        }
    }

    @Test
    void withoutSuchAScannerThereIsNone(@TempDir Path folder) throws Exception {
        try (Bridge bridge = Bridge.start(TestHardware.simulated(folder), seen)) {
            assertThat(bridge.keyboard()).isEmpty();
        }
    }
}
