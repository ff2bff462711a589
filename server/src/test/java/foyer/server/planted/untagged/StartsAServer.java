package foyer.server.planted.untagged;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.server.ChildServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Named so that the build does not run it. */
public final class StartsAServer {
    @Test
    void itStarts() throws IOException {
        try (ChildServer server = ChildServer.start(Path.of("."), List.of())) {
            assertThat(server.brokerPort()).isPositive();
        }
    }
}
