package foyer.server.web.rest;

import foyer.server.desk.Ask;
import foyer.server.web.safe.Signed;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who gives a command by REST.
 *
 * @param key of the header Idempotency-Key
 * @param version of the header If-Match
 */
record Asked(Signed who, Optional<String> key, Optional<Long> version) {
    /** By the patron. */
    Ask patron() {
        return completed(Ask.patron(who.getName()));
    }

    /** By staff at the desk. */
    Ask staff() {
        return completed(Ask.staff(who.getName()));
    }

    /** By staff because a patron asked. */
    Ask staff(@Nullable Behalf behalf) {
        return behalf == null ? staff() : staff(behalf.channel(), behalf.why());
    }

    /**
     * By staff because a patron asked.
     *
     * @param channel {@code DESK, PHONE, EMAIL}; left out, at the desk
     */
    Ask staff(@Nullable String channel, @Nullable String why) {
        return completed(Ask.staff(
                who.getName(), Objects.requireNonNullElse(channel, "DESK"), Objects.requireNonNullElse(why, "")));
    }

    /** One of several commands given together: each has its own answer under a key of its own. */
    Asked part(String name) {
        return new Asked(who, key.map(whole -> whole + ":" + name), version);
    }

    private Ask completed(Ask ask) {
        Ask once = key.map(ask::once).orElse(ask);
        return version.map(once::seen).orElse(once);
    }
}
