package foyer.whole.demonstration;

import foyer.whole.DemonstrationData.Person;
import foyer.whole.DemonstrationData.Title;
import foyer.whole.Rest;
import foyer.whole.Site;
import foyer.whole.Visit;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;

/**
 * What a library has done by the time the door opens: one reader's two books lie ready behind a door, loaded by a real
 * pass of staff at the touchscreen, and other readers' holds wait to be reviewed and to be loaded.
 */
final class Morning {
    private Morning() {}

    static void prepare(Site site) throws IOException, InterruptedException {
        List<Person> patrons = site.data().patrons();
        Person staff = site.data().staff().getFirst();
        Iterator<Title> titles = site.data().titles().stream()
                .filter(title -> site.data().branchesWith(title).contains(site.branch()))
                .iterator();
        Visit visit = new Visit(site);
        try (Rest desk = site.rest(staff)) {
            for (int book = 0; book < 2; book++) {
                String hold = visit.holdAndConfirm(
                        patrons.getFirst(), staff, titles.next().id(), "ready-" + book);
                visit.load(staff, desk.get("/api/v1/staff/holds/" + hold));
            }
            visit.holdAndConfirm(patrons.get(1), staff, titles.next().id(), "to-load");
            for (int reader = 2; reader < 5; reader++) {
                visit.hold(patrons.get(reader), titles.next().id(), "to-review-" + reader);
            }
        }
    }
}
