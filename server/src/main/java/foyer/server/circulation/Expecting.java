package foyer.server.circulation;

import foyer.server.circulation.policy.Key;
import foyer.station.HoldId;
import foyer.station.ItemBarcode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeSet;

/**
 * The day a queued hold is expected (domain A10), with rest and closed days (domain, rule 2 of what is implied). It is
 * the day on which the patron can collect at the latest if everybody acts at the last moment the rules allow: staff by
 * the next working day's outcome time, patrons on the last day, items come back on the due date. Who is later than that
 * moves it, and so does a copy that is lost, an opening hour that is changed, an appointment that is moved.
 *
 * <p>Who waits in front may take any copy that fits, and a copy that comes early may go to somebody who would else have
 * taken another: no order of events is the worst one for certain. So a group of copies is taken together: each time one
 * of them is free it serves somebody in front, each of them once, and then this hold.
 */
public final class Expecting {
    /** Further ahead no day is named: hours and rules will have changed by then. */
    public static final int MOST_DAYS = 730;

    private Expecting() {}

    /**
     * @param queue of the title, with the rules of every branch at which a copy may be collected or returned
     * @param copies every item of the title
     * @param loans by item: those that have not ended
     * @param holds by id: those that keep one of the copies, or kept it and left it in a compartment
     * @param batches by id: those one of the copies rests in
     */
    public record Known(
            Queue queue,
            List<Item> copies,
            Map<ItemBarcode, Loan> loans,
            Map<HoldId, Hold> holds,
            Map<BatchId, Batch> batches) {
        public Known {
            copies = List.copyOf(copies);
            loans = Map.copyOf(loans);
            holds = Map.copyOf(holds);
            batches = Map.copyOf(batches);
        }
    }

    /**
     * @param position 1 for who is served next; those in front who wait for other copies only are not counted
     * @param day empty when no copy can be counted on
     * @param steps how the day came about, in order; the last one's day is the day
     */
    public record Expected(int position, Optional<LocalDate> day, List<Step> steps) {
        public Expected {
            steps = List.copyOf(steps);
        }
    }

    /**
     * What was counted.
     *
     * @param code a stable code, which pages have words for: {@code on-shelf, on-loan, overdue, renewals, return-day,
     *     kept, clear-out, quarantine, bin, ahead, suspended, closed-days, review, collect}
     * @param detail completes the words: the copy it is about, how many are in front, how many renewals
     * @param day on which it is over
     * @param policy the values it rests on, by key
     */
    public record Step(String code, String detail, LocalDate day, Map<String, String> policy) {
        public Step {
            policy = Map.copyOf(policy);
        }
    }

    public static Expected of(Hold.Queued hold, Known known, Instant now) {
        List<Hold.Queued> ahead = known.queue().waiting().stream()
                .filter(other -> Queue.ORDER.compare(other, hold) < 0)
                .toList();
        List<Item> copies = known.copies().stream()
                .filter(copy -> known.queue().fits(hold.facts(), copy))
                .toList();
        int position = 1 + competing(ahead, copies, known.queue()).size();
        Site site = site(known.queue(), hold.facts().pickupBranch());
        return awaited(hold, ahead, copies, known, now).stream()
                .min(Comparator.comparing(ExpectingCopy.Course::free))
                .map(course -> collected(position, course, site))
                .filter(expected -> within(expected, site, now))
                .orElseGet(() -> new Expected(position, Optional.empty(), List.of()));
    }

    /** When each group of copies would serve the hold at the latest. Any group's answer holds; the earliest is told. */
    private static List<ExpectingCopy.Course> awaited(
            Hold.Queued hold, List<Hold.Queued> ahead, List<Item> copies, Known known, Instant now) {
        List<Candidate> candidates = new ArrayList<>();
        for (Item copy : copies) {
            List<Hold.Queued> rivals = competing(ahead, List.of(copy), known.queue());
            ExpectingCopy course = new ExpectingCopy(copy, sites(rivals, known.queue()), known, now);
            course.first()
                    .map(first -> asleep(hold, course, first, now))
                    .ifPresent(first -> candidates.add(new Candidate(copy, course, first, rivals.size())));
        }
        TreeSet<Integer> counts = new TreeSet<>();
        candidates.forEach(candidate -> counts.add(candidate.rivals()));
        List<ExpectingCopy.Course> courses = new ArrayList<>();
        for (int most : counts) {
            List<Candidate> group = candidates.stream()
                    .filter(candidate -> candidate.rivals() <= most)
                    .toList();
            List<Item> items = group.stream().map(Candidate::item).toList();
            int before = competing(ahead, items, known.queue()).size();
            served(group, before, now).ifPresent(courses::add);
        }
        return courses;
    }

    /** @param rivals how many in front could take this copy */
    private record Candidate(Item item, ExpectingCopy copy, ExpectingCopy.Course first, int rivals) {}

    /** @param served how often it has served somebody in front */
    private record Turn(Candidate candidate, ExpectingCopy.Course course, int served) {
        static final Comparator<Turn> EARLIEST = Comparator.<Turn, Instant>comparing(
                        turn -> turn.course().free())
                .thenComparing(turn -> turn.candidate().item().barcode().value());

        Turn next() {
            return new Turn(candidate, candidate.copy().again(course), served + 1);
        }
    }

    /** The course of the copy that is left when each of those in front has got one. */
    private static Optional<ExpectingCopy.Course> served(List<Candidate> group, int before, Instant now) {
        PriorityQueue<Turn> turns = new PriorityQueue<>(Turn.EARLIEST);
        group.forEach(candidate -> turns.add(new Turn(candidate, candidate.first(), 0)));
        Instant horizon = now.plus(Duration.ofDays(MOST_DAYS));
        for (int left = before; left > 0; left--) {
            Turn turn = turns.remove();
            if (turn.course().free().isAfter(horizon)) {
                return Optional.empty();
            }
            turns.add(turn.next());
        }
        Turn own = turns.remove();
        return Optional.of(
                own.served() == 0 ? own.course() : own.candidate().copy().told(own.course(), own.served()));
    }

    /** While a hold is suspended others may take the copy, the last of them just before it comes awake. */
    private static ExpectingCopy.Course asleep(
            Hold.Queued hold, ExpectingCopy copy, ExpectingCopy.Course first, Instant now) {
        return hold.suspendedUntil()
                .map(day -> {
                    Instant awake =
                            copy.site(hold.facts().pickupBranch()).calendar().at(day, LocalTime.MIDNIGHT);
                    return awake.isAfter(now) ? copy.takenBefore(awake, first) : first;
                })
                .orElse(first);
    }

    private static List<Hold.Queued> competing(List<Hold.Queued> ahead, List<Item> copies, Queue queue) {
        return ahead.stream()
                .filter(other -> copies.stream().anyMatch(copy -> queue.fits(other.facts(), copy)))
                .toList();
    }

    private static List<Site> sites(List<Hold.Queued> holds, Queue queue) {
        return holds.stream()
                .map(hold -> hold.facts().pickupBranch())
                .distinct()
                .map(branch -> site(queue, branch))
                .toList();
    }

    static Site site(Queue queue, String branch) {
        return Optional.ofNullable(queue.sites().get(branch))
                .orElseThrow(() -> new IllegalArgumentException("no rules are known for the branch " + branch));
    }

    private static Expected collected(int position, ExpectingCopy.Course course, Site site) {
        LocalDate free = site.calendar().dayOf(course.free());
        LocalDate day = ExpectingDays.collectable(course.free(), site);
        List<Step> steps = new ArrayList<>(course.steps());
        boolean review = site.policy().reviewRequired();
        if (day.isAfter(review ? free.plusDays(1) : free)) {
            steps.add(new Step("closed-days", "", day, Map.of()));
        }
        Map<String, String> policy = review
                ? site.policy().quote(Key.REVIEW_REQUIRED, Key.OUTCOME_FROM)
                : site.policy().quote(Key.REVIEW_REQUIRED);
        steps.add(new Step(review ? "review" : "collect", "", day, policy));
        return new Expected(position, Optional.of(day), steps);
    }

    private static boolean within(Expected expected, Site site, Instant now) {
        LocalDate last = site.calendar().dayOf(now).plusDays(MOST_DAYS);
        return expected.day().filter(day -> !day.isAfter(last)).isPresent();
    }
}
