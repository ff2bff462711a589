package foyer.server.circulation.property;

import foyer.server.circulation.Appointing;
import foyer.server.circulation.Item;
import foyer.server.circulation.ItemState;
import foyer.server.circulation.Patron;
import foyer.server.circulation.Place;
import foyer.server.circulation.Site;
import foyer.server.circulation.calendar.Calendar;
import foyer.server.circulation.calendar.Holidays;
import foyer.server.circulation.calendar.Special;
import foyer.server.circulation.calendar.Week;
import foyer.server.circulation.policy.Key;
import foyer.server.circulation.policy.Policy;
import foyer.station.BinId;
import foyer.station.Birth;
import foyer.station.CompartmentId;
import foyer.station.ItemBarcode;
import foyer.station.PatronId;
import foyer.station.StaffId;
import foyer.station.StationId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SplittableRandom;

/**
 * What is there before anything happens: two networks with three branches each, their doors, copies and people.
 *
 * @param stations by the branch they stand at; one branch of each network has none
 * @param staff by network
 */
public record World(
        Instant begins,
        Map<String, Site> sites,
        Map<String, StationId> stations,
        Map<String, List<Appointing.Free>> compartments,
        List<Item> items,
        List<Patron> patrons,
        Map<String, StaffId> staff) {
    public static final List<BinId> BINS = List.of(new BinId("1"), new BinId("2"));
    static final List<String> NETWORKS = List.of("lake", "rock");
    static final String REVIEWED = "reviewed";
    static final String BY_APPOINTMENT = "by-appointment";
    private static final List<String> MATERIALS = List.of("book", "audio", "film");
    private static final List<Birth.Size> SIZES = List.of(Birth.Size.S, Birth.Size.M, Birth.Size.L);
    private static final List<Birth.Height> HEIGHTS = List.of(Birth.Height.LOW, Birth.Height.MIDDLE, Birth.Height.HIGH);
    private static final List<String> WEEKS = List.of(
            "MONDAY 10:00-18:00; TUESDAY 10:00-18:00; WEDNESDAY 10:00-18:00; THURSDAY 10:00-18:00; FRIDAY 10:00-18:00",
            "TUESDAY 12:00-20:00; THURSDAY 12:00-20:00; SATURDAY 10:00-16:00",
            "MONDAY 08:00-14:00,15:00-00:00; WEDNESDAY 09:00-13:00; FRIDAY 00:00-00:00; SUNDAY 11:00-12:00");

    /** A library's other mind: differs from both that are shipped, and from what is usual, wherever it can. */
    private static final Map<String, String> OTHER = Map.ofEntries(
            Map.entry("hold-limit", "5"),
            Map.entry("loan-limit", "4"),
            Map.entry("holds-on", "available-or-queue"),
            Map.entry("review-required", "no"),
            Map.entry("review-from", "09:00"),
            Map.entry("outcome-from", "08:30"),
            Map.entry("pickup-branch", "choice"),
            Map.entry("pickup-days", "2"),
            Map.entry("pickup-days-count", "open"),
            Map.entry("pickup-counts-from", "confirmation"),
            Map.entry("loan-days", "9"),
            Map.entry("renewals", "3"),
            Map.entry("renewal-days", "5"),
            Map.entry("renewal-by", "self-service"),
            Map.entry("renew-in-demand", "yes"),
            Map.entry("fine-per-day", "7"),
            Map.entry("fine-cap", "40"),
            Map.entry("fine-grace-days", "2"),
            Map.entry("block-fines-from", "30"),
            Map.entry("block-overdue-from", "3"),
            Map.entry("return-days", "MONDAY WEDNESDAY FRIDAY SUNDAY"),
            Map.entry("return-from", "opening"),
            Map.entry("return-until", "opening"),
            Map.entry("quarantine-days", "1"),
            Map.entry("quarantine-by-material", "audio=0 film=2"),
            Map.entry("bin-capacity", "20"),
            Map.entry("appointments", "offered"),
            Map.entry("slot-minutes", "40"),
            Map.entry("slot-capacity", "3"),
            Map.entry("slot-days-ahead", "6"),
            Map.entry("retention-days", "2"));

    public static World of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Policy> policies = List.of(shipped(REVIEWED), shipped(BY_APPOINTMENT), Policy.USUAL.with(OTHER));
        Map<String, Site> sites = new LinkedHashMap<>();
        Map<String, StationId> stations = new LinkedHashMap<>();
        Map<String, List<Appointing.Free>> compartments = new HashMap<>();
        List<Item> items = new ArrayList<>();
        List<Patron> patrons = new ArrayList<>();
        Map<String, StaffId> staff = new LinkedHashMap<>();
        for (String network : NETWORKS) {
            Policy policy = policies.get(random.nextInt(policies.size()));
            staff.put(network, new StaffId("staff-" + network));
            for (int n = 1; n <= 3; n++) {
                String branch = network + "-" + n;
                sites.put(branch, new Site(branch, network, calendar(random), own(policy, random)));
                if (n < 3) {
                    StationId station = new StationId("door-" + branch);
                    stations.put(branch, station);
                    compartments.put(branch, doors(station));
                }
            }
            copies(network, items, random);
            for (int n = 1; n <= 6; n++) {
                PatronId id = new PatronId("patron-" + network + "-" + n);
                patrons.add(new Patron(id, network, network + "-1", Optional.empty(), Optional.empty()));
            }
        }
        Instant begins = Instant.parse("2026-01-05T09:00:00Z").plusSeconds(random.nextLong(300 * 86_400L));
        return new World(begins, sites, stations, compartments, items, patrons, staff);
    }

    static Policy shipped(String name) {
        Properties values = new Properties();
        try (InputStream in = Policy.class.getResourceAsStream("/foyer/server/policy/" + name + ".properties")) {
            if (in == null) {
                throw new IllegalStateException("no policy " + name);
            }
            values.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> all = new HashMap<>();
        values.stringPropertyNames().forEach(key -> all.put(key, values.getProperty(key)));
        return Policy.USUAL.with(all);
    }

    /** Some branches decide otherwise than their network in what time is counted by. */
    private static Policy own(Policy network, SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> network.with(Key.LOAN_DAYS, 3 + random.nextInt(20));
            case 1 -> network.with(Key.QUARANTINE_DAYS, random.nextInt(5)).with(Key.HOLDS_ON, "available-or-queue");
            default -> network;
        };
    }

    private static Calendar calendar(SplittableRandom random) {
        Map<LocalDate, Special> specials = new HashMap<>();
        for (int n = random.nextInt(6); n > 0; n--) {
            LocalDate day = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(700));
            int length = 1 + random.nextInt(9);
            for (int i = 0; i < length; i++) {
                specials.put(day.plusDays(i), new Special(day.plusDays(i), List.of(), "closed"));
            }
        }
        Holidays[] holidays = Holidays.values();
        return new Calendar(
                ZoneId.of(random.nextBoolean() ? "Europe/Riga" : "Europe/Athens"),
                Week.of(WEEKS.get(random.nextInt(WEEKS.size()))),
                holidays[random.nextInt(holidays.length)],
                specials);
    }

    private static List<Appointing.Free> doors(StationId station) {
        List<Appointing.Free> doors = new ArrayList<>();
        for (int n = 1; n <= 4; n++) {
            doors.add(new Appointing.Free(
                    new Place(station, new CompartmentId(Integer.toString(n))),
                    SIZES.get(n % SIZES.size()),
                    HEIGHTS.get(n % HEIGHTS.size())));
        }
        return doors;
    }

    private static void copies(String network, List<Item> items, SplittableRandom random) {
        for (int title = 1; title <= 4; title++) {
            int copies = 1 + random.nextInt(4);
            String material = MATERIALS.get(random.nextInt(MATERIALS.size()));
            for (int copy = 1; copy <= copies; copy++) {
                items.add(new Item(
                        new ItemBarcode(network + "." + title + "." + copy),
                        network + "-title-" + title,
                        network + "-" + (1 + random.nextInt(3)),
                        network,
                        material,
                        new ItemState.OnShelf()));
            }
        }
    }

    Site site(String branch) {
        return Optional.ofNullable(sites.get(branch)).orElseThrow();
    }

    List<String> branches(String network) {
        return sites.values().stream()
                .filter(site -> site.network().equals(network))
                .map(Site::branch)
                .toList();
    }

    List<String> titles(String network) {
        return items.stream()
                .filter(item -> item.network().equals(network))
                .map(Item::title)
                .distinct()
                .toList();
    }

    List<Appointing.Free> doors(String branch) {
        return compartments.getOrDefault(branch, List.of());
    }

    String branchOf(StationId station) {
        return stations.entrySet().stream()
                .filter(one -> one.getValue().equals(station))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    StaffId staffOf(String network) {
        return Optional.ofNullable(staff.get(network)).orElseThrow();
    }
}
