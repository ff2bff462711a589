package foyer.station;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import foyer.station.planted.PlantedMessage;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every message has its schema and its example, and they agree with what the codec reads and writes. */
class ContractTest {
    /** What travels; everything else is a part of one of these. */
    private static final List<Class<?>> MESSAGES =
            List.of(EventBatch.class, Birth.class, StationState.class, Link.class, Signed.class, ServerMessage.class);

    static List<Examples.Example> examples() {
        return Examples.all();
    }

    private static Set<Class<?>> parts() {
        Set<Class<?>> parts = new LinkedHashSet<>();
        MESSAGES.forEach(m -> parts.addAll(Contract.partsOf(m)));
        return parts;
    }

    @Test
    void every_part_of_every_message_is_described_field_by_field() {
        assertThat(Contract.notDescribed(parts(), Schemas.DOCUMENT)).isEmpty();
    }

    @Test
    void every_record_and_every_word_of_an_enum_is_shown_in_an_example() throws Exception {
        assertThat(Contract.notShown(parts(), examples())).isEmpty();
    }

    @Test
    void no_type_of_the_package_is_forgotten() {
        Set<String> parts = new LinkedHashSet<>();
        parts().forEach(p -> parts.add(p.getName()));
        List<String> neverTravels = List.of("foyer.station.Codec", "foyer.station.Topics", "foyer.station.StationId");
        assertThat(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("foyer.station").stream()
                                .filter(c -> c.isRecord() || c.isEnum() || c.isInterface())
                                .map(JavaClass::getName)
                                .filter(n -> !n.endsWith("package-info"))
                                .filter(n -> neverTravels.stream().noneMatch(n::startsWith)))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(parts).contains(name));
    }

    @Test
    void a_message_nobody_described_is_found() throws Exception {
        Set<Class<?>> planted = Contract.partsOf(PlantedMessage.class);
        assertThat(Contract.notDescribed(planted, Schemas.DOCUMENT))
                .containsExactly("PlantedMessage is not described", "Told is not described");
        assertThat(Contract.notShown(planted, examples())).containsExactly("Told is in no example");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_is_what_its_schema_says(Examples.Example example) {
        assertThat(Schemas.of(example.type()).validate(example.tree())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_is_read_and_written_back_the_same(Examples.Example example) throws Exception {
        Object message = Codec.decode(example.bytes(), example.type());
        assertThat(Examples.JSON.readTree(Codec.encode(message))).isEqualTo(example.tree());
        assertThat(Examples.JSON.readTree(Codec.encodeText(message))).isEqualTo(example.tree());
        assertThat(Codec.decode(Codec.encode(message), example.type())).isEqualTo(message);
    }

    @Test
    void the_signed_example_carries_the_plain_one_to_one_station_only() throws Exception {
        Signed signed = Codec.decode(Examples.named("desired-signed").bytes(), Signed.class);
        assertThat(Codec.decode(signed.body(), ServerMessage.class))
                .isEqualTo(Codec.decode(Examples.named("desired").bytes(), ServerMessage.class));
        assertThat(stands(signed, new StationId("ilukste"))).isTrue();
        assertThat(stands(signed, new StationId("livani"))).isFalse();
    }

    /** The key that stands in the examples' README. */
    private static boolean stands(Signed signed, StationId station) throws Exception {
        byte[] key = Base64.getDecoder().decode("MCowBQYDK2VwAyEAlMV8f6H8OAP5HrSNuMy88yJKiDV1qxP+dH/kGwYWIjM=");
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key)));
        check.update(Codec.toSign(station, signed.body()));
        return check.verify(Base64.getDecoder().decode(signed.signature()));
    }
}
