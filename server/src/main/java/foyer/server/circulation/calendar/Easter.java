package foyer.server.circulation.calendar;

import java.time.LocalDate;

/** Easter Sunday of a year, as a day of the Gregorian calendar. */
final class Easter {
    private Easter() {}

    /** The Gregorian computus in the form of Meeus, Jones and Butcher. */
    static LocalDate western(int year) {
        int golden = year % 19;
        int century = year / 100;
        int inCentury = year % 100;
        int moonShift = (century - (century + 8) / 25 + 1) / 3;
        int epact = (19 * golden + century - century / 4 - moonShift + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - epact - inCentury % 4) % 7;
        int late = (golden + 11 * epact + 22 * weekday) / 451;
        return fromMarch(year, epact + weekday - 7 * late);
    }

    /** The Julian computus in the form of Meeus, and then as many days on as the calendars are apart. */
    static LocalDate orthodox(int year) {
        int moon = (19 * (year % 19) + 15) % 30;
        int weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
        int apart = year / 100 - year / 400 - 2;
        return fromMarch(year, moon + weekday).plusDays(apart);
    }

    /** @param days after 22 March, the earliest Easter of either calendar */
    private static LocalDate fromMarch(int year, int days) {
        return LocalDate.of(year, 3, 22).plusDays(days);
    }
}
