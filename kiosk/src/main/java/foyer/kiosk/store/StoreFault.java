package foyer.kiosk.store;

/** The database could not be read or written: a broken disk, a full one, or no rights to its folder. */
public final class StoreFault extends Exception {
    private static final long serialVersionUID = 1L;

    public StoreFault(String what, Throwable cause) {
        super(what + ": " + cause.getMessage(), cause);
    }

    public StoreFault(String what) {
        super(what);
    }
}
