package foyer.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.server.ChildServer;
import foyer.server.LiveServer;
import foyer.server.projection.HoldLists;
import foyer.server.projection.HoldRow;
import foyer.server.projection.Paging;
import foyer.station.Ids;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers over one PostgreSQL answer one patron at once: the hold limit is that of both together. */
@Tag("postgresql")
class TwoDesksTest {
    private static final int LIMIT = 3;
    private static final int EACH = 5;
    private static final int FIRST_TITLE = 45;
    private static final String PATRON = "p20";
    private static final String USER = "user20:secret-20";

    @TempDir
    private Path directory;

    private final LiveServer here = LiveServer.shared();

    @Test
    void theHoldLimitIsOneForBoth() throws Exception {
        try (ChildServer there = ChildServer.start(directory, here.beside(directory));
                ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Callable<Boolean>> wishes = new ArrayList<>();
            for (int i = 0; i < EACH; i++) {
                String one = "t" + (FIRST_TITLE + 2 * i);
                String other = "t" + (FIRST_TITLE + 2 * i + 1);
                wishes.add(() -> placedHere(one));
                wishes.add(() -> placedThere(there, other));
            }
            int placed = 0;
            for (Future<Boolean> wish : threads.invokeAll(wishes)) {
                placed += wish.get() ? 1 : 0;
            }
            assertThat(placed).isEqualTo(LIMIT);
            List<HoldRow> holds = here.bean(HoldLists.class)
                    .own(PATRON, new Paging(10, Optional.empty()))
                    .rows();
            assertThat(holds).hasSize(LIMIT);
            String page = new String(there.send(asked(there).GET().build()).body(), StandardCharsets.UTF_8);
            assertThat(holds).allSatisfy(hold -> assertThat(page).contains(hold.id()));
        }
    }

    private boolean placedHere(String title) {
        HoldDesk.Wish wish = new HoldDesk.Wish(title, Optional.empty(), LiveServer.BRANCH, Optional.empty());
        Answer answer = here.bean(HoldDesk.class).place(Ask.patron(PATRON).once(Ids.random()), PATRON, wish);
        if (answer instanceof Answer.Refused refused) {
            assertThat(refused.code()).isEqualTo("hold-limit");
            return false;
        }
        return true;
    }

    private static boolean placedThere(ChildServer there, String title) throws IOException, InterruptedException {
        HttpRequest request = asked(there)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", Ids.random())
                .POST(BodyPublishers.ofString(
                        "{\"title\":\"%s\",\"pickupBranch\":\"%s\"}".formatted(title, LiveServer.BRANCH)))
                .build();
        int status = there.send(request).statusCode();
        assertThat(status).isIn(201, 409);
        return status == 201;
    }

    private static HttpRequest.Builder asked(ChildServer there) {
        return HttpRequest.newBuilder(there.web("/api/v1/holds"))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(USER.getBytes(StandardCharsets.UTF_8)));
    }
}
