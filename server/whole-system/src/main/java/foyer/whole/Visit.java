package foyer.whole;

import foyer.station.HoldId;
import foyer.whole.DemonstrationData.Person;
import java.io.IOException;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What people do at the door, step by step, as the demonstration and the tests play it: real scans, real presses. */
public final class Visit {
    private final Site site;

    public Visit(Site site) {
        this.site = site;
    }

    /** A person holds the card or badge under the scanner and types the PIN; returns the screen that follows. */
    public String signIn(Person person, String... screens) throws IOException, InterruptedException {
        try (Touchscreen screen = site.kiosk().touchscreen()) {
            screen.await("Welcome");
            site.wall().scan(person.code());
            screen.await("Pin");
            screen.typeDigits(person.pin());
            return screen.await(screens);
        }
    }

    /** A patron places a hold on a title, to be collected here; returns the hold's id. */
    public String hold(Person patron, String title, String key) throws IOException, InterruptedException {
        try (Rest reader = site.rest(patron)) {
            return reader.post("/api/v1/holds", Map.of("title", title, "pickupBranch", site.branch()), key, 201)
                    .required("id")
                    .stringValue();
        }
    }

    /** A patron places a hold and staff confirm it; returns the hold's id. */
    public String holdAndConfirm(Person patron, Person staff, String title, String key)
            throws IOException, InterruptedException {
        String hold = hold(patron, title, key);
        try (Rest desk = site.rest(staff)) {
            JsonNode placed = desk.get("/api/v1/staff/holds/" + hold);
            // Where policy asks for no review a hold is confirmed as it is placed.
            if (placed.required("state").stringValue().equals("under-review")) {
                desk.post("/api/v1/staff/holds/" + hold + "/confirm", Map.of(), "", 200);
            }
        }
        return hold;
    }

    /**
     * Staff load one item: badge, PIN, the item under the scanner, the book into the door that opens, the door closed
     * and confirmed. Returns the door.
     *
     * <p>Staff come when the station has heard of the confirmed hold.
     */
    public String load(Person staff, JsonNode hold) throws IOException, InterruptedException {
        site.kiosk().stored().awaitToLoad(new HoldId(hold.required("id").stringValue()));
        signIn(staff, "StaffHome");
        try (Touchscreen screen = site.kiosk().touchscreen()) {
            site.wall().scan(hold.required("item").stringValue());
            screen.await("LoadDoor");
            String door = site.wall().awaitOpenDoor();
            site.wall().closeDoor(door);
            screen.await("LoadConfirm");
            screen.press("loaded");
            screen.await("StaffHome");
            screen.press("finish");
            screen.await("Welcome");
            return door;
        }
    }

    /** The patron comes when {@code hold} is ready and opens the door it is behind; returns the door, standing open. */
    public String openPickup(Person patron, String hold) throws IOException, InterruptedException {
        site.kiosk().stored().awaitGrant(new HoldId(hold));
        signIn(patron, "Ready");
        try (Touchscreen screen = site.kiosk().touchscreen()) {
            screen.press("open");
            screen.await("DoorOpen");
            return site.wall().awaitOpenDoor();
        }
    }

    /** The books are taken out, the door is closed, and the person says so. */
    public void takeAndClose(String door) throws IOException, InterruptedException {
        try (Touchscreen screen = site.kiosk().touchscreen()) {
            site.wall().closeDoor(door);
            screen.await("TakeBooks");
            screen.press("taken");
            screen.await("Welcome");
        }
    }

    /** A book is scanned at the flap, dropped, and the flap falls shut. */
    public void giveBack(String item) throws IOException, InterruptedException {
        try (Touchscreen screen = site.kiosk().touchscreen()) {
            screen.await("Welcome");
            site.wall().scan(item);
            screen.await("DropReturn");
            String bin = site.wall().awaitOpenFlap();
            site.wall().drop(bin);
            site.wall().closeFlap(bin);
            screen.await("ScanReturn");
            screen.press("done");
            screen.await("Welcome");
        }
    }

    /** Staff have taken out what was in a bin, and say so. */
    public void emptyBin(Person staff, String bin) throws IOException, InterruptedException {
        signIn(staff, "StaffHome");
        try (Touchscreen screen = site.kiosk().touchscreen()) {
            screen.press("empty-" + bin);
            screen.await("BinConfirm");
            screen.press("seenEmpty");
            screen.await("StaffHome");
            screen.press("finish");
            screen.await("Welcome");
        }
    }
}
