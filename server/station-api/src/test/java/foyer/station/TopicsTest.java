package foyer.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A topic is ours as a whole or not at all. */
class TopicsTest {
    private static final StationId LONGEST = new StationId("a".repeat(32));

    @ParameterizedTest
    @EnumSource
    void what_is_made_is_read_back(Topics kind) {
        assertThat(Topics.parse(kind.of(LONGEST))).isEqualTo(Optional.of(new Topics.Address(LONGEST, kind)));
        assertThat(kind.ofAll().split("/", -1)).hasSize(4).containsOnlyOnce("+");
    }

    @ParameterizedTest
    @EnumSource
    void a_subscription_is_nobodys_address(Topics kind) {
        assertThat(Topics.parse(kind.ofAll())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "#",
                "foyer/v1/#",
                "foyer/v1/+/evt",
                "foyer/v1/a+/evt",
                "foyer/v1/#/evt",
                "foyer/v1//evt",
                "foyer/v1/a/b/evt",
                "foyer/v1/../evt",
                "foyer/v1/Ilukste/evt",
                "foyer/v1/ilūkste/evt",
                "foyer/v1/il ukste/evt",
                "foyer/v1/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/evt",
                "foyer/v1/ilukste/EVT",
                "foyer/v1/ilukste/evt/",
                "foyer/v1/ilukste/evt\n",
                "foyer/v1/ilukste\u0000/evt",
                "foyer/v1/ilukste/cmd",
                "foyer/v1/ilukste/",
                "foyer/v1/ilukste",
                "/foyer/v1/ilukste/evt",
                "foyer/v2/ilukste/evt",
                "Foyer/v1/ilukste/evt",
                "$share/g/foyer/v1/ilukste/evt",
                "$SYS/broker",
            })
    void a_hostile_name_is_none_of_ours(String topic) {
        assertThat(Topics.parse(topic)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "+", "#", "a/b", "Ilukste", "ilūkste", "a b", "a\n", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void a_station_cannot_be_named_so_that_it_reads_another(String name) {
        assertThatThrownBy(() -> new StationId(name)).isInstanceOf(IllegalArgumentException.class);
    }
}
