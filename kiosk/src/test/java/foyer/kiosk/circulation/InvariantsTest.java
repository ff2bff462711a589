package foyer.kiosk.circulation;

import static foyer.kiosk.circulation.Bench.BIN;
import static foyer.kiosk.circulation.Bench.HOLD;
import static foyer.kiosk.circulation.Bench.ITEM;
import static foyer.kiosk.circulation.Bench.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.kiosk.circulation.Input.Outcome;
import foyer.station.StationEvent;
import foyer.station.StationState.Position;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold whatever happens in whatever order. A failing seed is the whole report. */
class InvariantsTest {
    private static final int INPUTS = 200;
    private static final int ROUNDS = 20;
    private static final List<Position> POSITIONS = List.of(
            Position.CLOSED,
            Position.CLOSED,
            Position.CLOSED,
            Position.CLOSED,
            Position.CLOSED,
            Position.OPEN,
            Position.UNKNOWN);
    private static final List<Input.Key> KEYS = List.of(Input.Key.values());

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void whateverHappens(long seed) {
        Random random = new Random(seed);
        int facts = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Bench bench = Bench.holding("1");
            play(bench, random);
            assertThat((long) bench.intents().size())
                    .as("one intent, one pulse")
                    .isEqualTo(bench.pulses());
            facts += bench.facts.size();
        }
        assertThat(facts).as("the seed did something").isGreaterThan(5 * ROUNDS);
    }

    private static void play(Bench bench, Random random) {
        Station folded = bench.kiosk.station();
        for (int i = 0; i < INPUTS; i++) {
            Station before = bench.kiosk.station();
            Decision decision = bench.send(input(bench, random));
            for (StationEvent fact : decision.facts()) {
                folded = folded.after(fact);
            }
            assertThat(bench.kiosk.station())
                    .as("state is the fold of its facts")
                    .isEqualTo(folded);
            for (Effect effect : decision.effects()) {
                intended(before, decision, effect);
            }
            if (random.nextInt(50) == 0) {
                bench.kiosk = Kiosk.starting(Bench.WALL, folded, bench.kiosk.attempts(), bench.now());
            }
            bench.skip(random.nextInt(5_000));
        }
    }

    private static void intended(Station before, Decision decision, Effect effect) {
        if (effect instanceof Effect.OpenDoor open) {
            assertThat(decision.next().station().doors().get(open.door()))
                    .as("durable before the pulse")
                    .isNotNull()
                    .satisfies(door -> assertThat(door.intent()).isEqualTo(open.intent()));
            assertThat(before.doors().values()).as("this intent is new").noneMatch(door -> door.intent()
                    .equals(open.intent()));
        }
    }

    private static Input input(Bench bench, Random random) {
        String door = String.valueOf(1 + random.nextInt(3));
        Position position = POSITIONS.get(random.nextInt(POSITIONS.size()));
        return switch (random.nextInt(14)) {
            case 0, 1 -> new Input.DoorReported(Bench.id(door), position, random.nextLong());
            case 2 -> new Input.FlapReported(BIN, position, random.nextLong());
            case 3 -> new Input.Dropped(BIN);
            case 4, 5 -> answer(bench, random);
            case 6, 7, 8 -> new Input.Pressed(KEYS.get(random.nextInt(KEYS.size())));
            case 9 -> card(random);
            case 10 -> new Input.PinTyped("1234");
            case 11 -> checked(bench, random);
            case 12 ->
                switch (random.nextInt(3)) {
                    case 0 -> new Input.Inspect(Bench.id(door));
                    case 1 -> new Input.EmptyBin(BIN);
                    default -> new Input.Choose(HOLD, random.nextBoolean());
                };
            default -> new Input.Tick();
        };
    }

    private static Input card(Random random) {
        return switch (random.nextInt(5)) {
            case 0, 1 -> new Input.Scanned(new Barcode("mac-anna", true, Optional.empty(), false, false));
            case 2 -> new Input.Scanned(new Barcode("mac-staff", false, Optional.empty(), false, false));
            case 3 -> new Input.Scanned(new Barcode("i", false, Optional.of(ITEM), true, false));
            default -> new Input.Scanned(new Barcode("i", false, Optional.of(OTHER), true, false));
        };
    }

    private static Input checked(Bench bench, Random random) {
        return bench.kiosk.visit() instanceof Visit.Checking checking
                ? new Input.PinChecked(checking.ticket(), random.nextInt(10) > 0)
                : new Input.Tick();
    }

    private static Input answer(Bench bench, Random random) {
        Outcome outcome = List.of(
                        new Outcome.Opened(random.nextLong()),
                        new Outcome.Opened(random.nextLong()),
                        new Outcome.Opened(random.nextLong()),
                        new Outcome.Jammed(),
                        new Outcome.WrongDoor(Set.of("3")),
                        new Outcome.NotConfirmed(),
                        new Outcome.NotPulsed("silent"))
                .get(random.nextInt(7));
        return switch (bench.kiosk.visit()) {
            case Visit.Pulsing pulsing -> new Input.DoorAnswered(pulsing.intent(), outcome);
            case Visit.FlapPulsing flap -> new Input.FlapAnswered(flap.intent(), outcome);
            case Visit others -> new Input.Tick();
        };
    }

    @Test
    void forgeriesAreToldOnceAndOlderWishesIgnored() {
        Bench bench = Bench.ready();
        bench.send(new Input.DesiredRejected("not signed"));
        bench.send(new Input.DesiredRejected("not signed"));
        bench.send(new Input.DesiredArrived(Bench.desired(1, Bench.RULES)));
        assertThat(bench.told()).containsExactly("HealthChanged");
        bench.send(new Input.DesiredArrived(Bench.desired(3, Bench.RULES)));
        bench.send(new Input.DesiredArrived(Bench.desired(2, Bench.RULES)));
        assertThat(bench.told()).containsExactly("HealthChanged", "DesiredApplied", "HealthChanged");
        assertThat(bench.kiosk.station().version()).isEqualTo(3);
    }

    @Test
    void healthIsToldWhenItChanges() {
        Bench bench = Bench.ready();
        bench.send(new Input.Health("line main", true, "well"));
        assertThat(bench.told())
                .as("that it works at the first start is no news")
                .isEmpty();
        bench.send(new Input.Health("line main", false, "lost"));
        bench.send(new Input.Health("line main", false, "lost"));
        bench.send(new Input.Health("line main", true, "well"));
        bench.send(new Input.Health("line main", true, "well"));
        assertThat(bench.told()).containsExactly("HealthChanged", "HealthChanged");
    }
}
