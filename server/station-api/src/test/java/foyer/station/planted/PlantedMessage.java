package foyer.station.planted;

/** A message that somebody added and forgot to describe. */
public sealed interface PlantedMessage {
    record Told(String words) implements PlantedMessage {}
}
