package foyer.whole.demonstration;

import foyer.whole.DemonstrationData.Person;
import foyer.whole.Site;
import java.io.PrintStream;
import java.nio.file.Path;

/** What the demonstration prints: where to look and what to try. */
final class Welcome {
    private Welcome() {}

    static void print(PrintStream out, Site site, Path directory, boolean display) {
        Person first = site.data().patrons().getFirst();
        Person staff = site.data().staff().getFirst();
        out.println();
        out.println("  Foyer is open: " + site.data().branch(site.branch()).name());
        out.println();
        place(out, "The door to try", site.web() + "/demonstration");
        place(out, "For staff", site.web() + "/  " + staff.user() + " / " + staff.password());
        place(out, "The station, live", site.web() + "/staff/stations/" + Site.STATION);
        place(out, "REST, described", site.web() + "/api/v1/openapi.json");
        if (display) {
            place(out, "The touchscreen", "the window that has just opened");
        }
        out.println();
        out.printf("  %-8s %-24s %-16s %-6s %s%n", "", "name", "card or badge", "PIN", "web user / password");
        site.data().patrons().forEach(patron -> person(out, "reader", patron));
        site.data().staff().forEach(member -> person(out, "staff", member));
        out.println();
        out.println("  First minute: at the door to try, scan the card of " + first.name() + ", type " + first.pin()
                + ", open the door, close it.");
        out.println("  Data and logs: " + directory);
        out.println("  The other network: mvn -Pdemo -Dstation=kalamaria          End: Ctrl-C");
        out.println();
    }

    private static void place(PrintStream out, String what, String where) {
        out.printf("  %-20s %s%n", what, where);
    }

    private static void person(PrintStream out, String kind, Person person) {
        out.printf(
                "  %-8s %-24s %-16s %-6s %s / %s%n",
                kind, person.name(), person.code(), person.pin(), person.user(), person.password());
    }
}
