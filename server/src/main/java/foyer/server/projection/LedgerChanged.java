package foyer.server.projection;

import java.util.Optional;

/** Published after a commit or a station's word: what a live page of this station (or of all) shows may have changed. */
public record LedgerChanged(Optional<String> station) {}
