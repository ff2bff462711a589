package foyer.server.circulation.calendar;

/** Which days a period counts: policy, since libraries differ. */
public enum Count {
    CALENDAR_DAYS,
    OPEN_DAYS
}
