package foyer.server.web.pages;

import foyer.server.projection.StationPage;
import foyer.server.web.Times;
import foyer.server.web.Words;
import foyer.station.StationState.Doing;
import foyer.station.StationState.Health;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Puts a station into words: what its records say becomes what staff read. */
final class StationWords {
    /** What comes between two facts worth reading; the page tells the story, the ledger keeps every step. */
    private static final List<String> STEPS =
            List.of("door-intended", "door-closed", "return-intended", "flap-opened", "desired-applied");

    private static final int MOST_LINES = 20;

    private final Words words;
    private final WallWords wall;
    private final HappeningWords happenings;

    StationWords(Words words) {
        this.words = words;
        this.wall = new WallWords(words);
        this.happenings = new HappeningWords(words);
    }

    StationView view(StationPage page, Instant now, Locale language) {
        Times times = new Times(ZoneId.of(page.zone()), language);
        String heard = page.heardAt()
                .map(at -> times.ago(Duration.between(at, now)))
                .orElseGet(() -> words.say(language, "station.never"));
        return new StationView(
                page.id(),
                PlaceNames.named(page.branchName(), language, page.id()),
                page.online(),
                words.say(language, page.online() ? "station.online" : "station.offline"),
                heard,
                words.say(language, "station.waiting", Map.of("count", page.waiting())),
                doing(page.doing(), language),
                page.alarms().stream().map(alarm -> alarm(alarm, times, now)).toList(),
                page.doors().stream().map(door -> wall.door(door, language)).toList(),
                WallWords.screen(page.doors()),
                page.bins().stream().map(bin -> wall.bin(bin, language)).toList(),
                figures(page, language),
                page.unwell().stream().map(StationWords::unwell).toList(),
                page.happened().stream()
                        .filter(line -> !STEPS.contains(line.kind()))
                        .limit(MOST_LINES)
                        .map(line -> line(line, times, now))
                        .toList());
    }

    private StationView.Alarm alarm(StationPage.Alarm alarm, Times times, Instant now) {
        return new StationView.Alarm(
                alarm.id(),
                happenings.alarm(alarm, times),
                happenings.detail(alarm, times),
                when(alarm.at(), times, now));
    }

    private StationView.Line line(StationPage.Happening line, Times times, Instant now) {
        return new StationView.Line(
                when(line.at(), times, now),
                line.at().toString(),
                happenings.happened(line, times),
                happenings.tag(line, times.language()),
                happenings.tone(line));
    }

    private static String when(Instant at, Times times, Instant now) {
        return times.sameDay(at, now) ? times.clock(at) : times.moment(at);
    }

    private String doing(Doing doing, Locale language) {
        return switch (doing) {
            case IDLE -> words.say(language, "station.doing.idle");
            case PICKUP -> words.say(language, "station.doing.pickup");
            case RETURN -> words.say(language, "station.doing.return");
            case STAFF -> words.say(language, "station.doing.staff");
            case OUT_OF_ORDER -> words.say(language, "station.doing.out-of-order");
        };
    }

    private static String unwell(Health health) {
        return health.part() + ": " + health.words();
    }

    private List<StationView.Figure> figures(StationPage page, Locale language) {
        List<StationView.Figure> figures = new ArrayList<>();
        figures.add(figure(page, "ready", language));
        figures.add(figure(page, "free", language));
        for (StationPage.Bin bin : page.bins()) {
            StationView.Bin said = wall.bin(bin, language);
            figures.add(new StationView.Figure(
                    said.id(), bin.dropped() + " / " + bin.capacity(), said.name() + " · " + said.word()));
        }
        return List.copyOf(figures);
    }

    private StationView.Figure figure(StationPage page, String state, Locale language) {
        long count = page.doors().stream()
                .filter(door -> WallWords.state(door).equals(state))
                .count();
        return new StationView.Figure("count-" + state, Long.toString(count), words.say(language, "figure." + state));
    }
}
