package foyer.kiosk.door;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.kiosk.circulation.Input;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoorKeeperTest {
    private final List<Input> inputs = new ArrayList<>();
    private final DoorKeeper doors = new DoorKeeper(inputs::add, scan -> {});

    @Test
    void containerCabinetAndMainsComeAsWordsForStaff() {
        doors.present("1", false);
        doors.tamper("back", true);
        doors.power("mains", false);
        assertThat(inputs)
                .containsExactly(
                        new Input.Health("container of bin 1", false, "the container is not in its place: put it back"),
                        new Input.Health("cabinet back", false, "the cabinet was opened"),
                        new Input.Health(
                                "power mains", false, "the mains have failed: the station runs on its battery"));
    }

    @Test
    void whatIsInOrderAgainIsWell() {
        doors.present("1", true);
        doors.tamper("back", false);
        doors.power("mains", true);
        assertThat(inputs).hasSize(3).allMatch(input -> input instanceof Input.Health health && health.well());
    }
}
