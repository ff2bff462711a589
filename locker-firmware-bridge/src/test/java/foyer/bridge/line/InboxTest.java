package foyer.bridge.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class InboxTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    @Test
    void whatCameBeforeTheEndIsReadBeforeTheLoss() throws Exception {
        MemoryLine.Pair pair = MemoryLine.pair();
        pair.far().write(new byte[] {1});
        pair.far().write(new byte[] {2});
        pair.far().close();
        assertThat(pair.near().read(SECOND)).containsExactly(1);
        assertThat(pair.near().read(SECOND)).containsExactly(2);
        assertThatThrownBy(() -> pair.near().read(SECOND)).isInstanceOf(LineLost.class);
        assertThatThrownBy(() -> pair.near().write(new byte[] {3})).isInstanceOf(LineLost.class);
    }

    @Test
    void aLineNobodyReadsIsLostAtItsBoundAndKeepsWhatItHas() throws Exception {
        Inbox inbox = new Inbox();
        for (int i = 0; i < Inbox.CAPACITY; i++) {
            inbox.add(new byte[] {1});
        }
        assertThat(inbox.lost()).isNull();
        inbox.add(new byte[] {2});
        assertThat(inbox.lost()).contains("was not read");
        for (int i = 0; i < Inbox.CAPACITY; i++) {
            assertThat(inbox.take(0)).containsExactly(1);
        }
        assertThatThrownBy(() -> inbox.take(0)).isInstanceOf(LineLost.class);
    }
}
