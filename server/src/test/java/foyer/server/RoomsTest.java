package foyer.server;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import foyer.server.ledger.Appointments;
import foyer.server.ledger.BinBatches;
import foyer.server.ledger.Changes;
import foyer.server.ledger.Commands;
import foyer.server.ledger.Fines;
import foyer.server.ledger.Holds;
import foyer.server.ledger.Items;
import foyer.server.ledger.Journal;
import foyer.server.ledger.Ledger;
import foyer.server.ledger.Loans;
import foyer.server.ledger.Patrons;
import foyer.server.ledger.Picture;
import foyer.server.ledger.Seeds;
import foyer.server.ledger.StationEvents;
import foyer.station.Ids;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may touch what. Each rule is shown a class that breaks it, and must find it. */
class RoomsTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("foyer.server");
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("foyer.server.planted");

    private static final String CIRCULATION = "foyer.server..circulation..";
    private static final String WEB = "foyer.server..web..";

    private static final Set<Class<?>> BOOKS = Set.of(
            Appointments.class,
            BinBatches.class,
            Changes.class,
            Commands.class,
            Fines.class,
            Holds.class,
            Items.class,
            Journal.class,
            Loans.class,
            Patrons.class,
            Picture.class,
            Seeds.class,
            StationEvents.class);

    private static DescribedPredicate<JavaClass> anyOf(String words, Set<Class<?>> those) {
        return DescribedPredicate.describe(words, found -> those.stream().anyMatch(found::isEquivalentTo));
    }

    private static final ArchRule PURE = noClasses()
            .that()
            .resideInAPackage(CIRCULATION)
            .should()
            .dependOnClassesThat(resideInAPackage("java..")
                    .and(DescribedPredicate.not(resideInAnyPackage(
                            "java.lang",
                            "java.lang.invoke",
                            "java.lang.runtime",
                            "java.lang.annotation",
                            "java.time",
                            "java.time.temporal",
                            "java.time.zone",
                            "java.util",
                            "java.util.function",
                            "java.util.regex",
                            "java.util.stream")))
                    .or(anyOf(
                            "clocks, threads and chance",
                            Set.of(Clock.class, Random.class, UUID.class, Thread.class, Ids.class, System.class))))
            .orShould()
            .dependOnClassesThat(DescribedPredicate.not(resideInAnyPackage(
                    "java..",
                    "foyer.station",
                    "foyer.server.circulation..",
                    "foyer.server.planted..",
                    "org.jspecify..")))
            .because("the simulator runs the very same decisions, with its own time, disk and network");

    private static final ArchRule TOLD_THE_TIME = noClasses()
            .that()
            .resideInAPackage(CIRCULATION)
            .should()
            .accessTargetWhere(DescribedPredicate.describe(
                    "now() of java.time",
                    (JavaAccess<?> access) -> access.getTarget().getName().equals("now")
                            && access.getTargetOwner().getPackageName().equals("java.time")))
            .because("a decision is handed the time: it must come out the same whenever it is taken");

    private static final ArchRule SQL = noClasses()
            .that()
            .resideOutsideOfPackages("foyer.server.ledger..", "foyer.server.projection..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..", "org.sqlite..")
            .because("one room writes the truth and one reads it; a query elsewhere would see half of it");

    private static final ArchRule MQTT = noClasses()
            .that()
            .resideOutsideOfPackages("foyer.server.ingest..", "foyer.server.dispatch..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.paho..")
            .because("what comes from stations and what goes to them has one door each");

    private static final ArchRule DECIDING = noClasses()
            .that()
            .resideOutsideOfPackages("foyer.server.ingest..", "foyer.server.desk..", "foyer.server.circulation..")
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "decide of circulation",
                    call -> call.getTarget().getName().equals("decide")
                            && call.getTargetOwner().getPackageName().equals("foyer.server.circulation")))
            .because("a decision counts only in the transaction that writes it");

    private static final ArchRule WRITING = noClasses()
            .that()
            .resideOutsideOfPackages("foyer.server.ingest..", "foyer.server.desk..", "foyer.server.ledger..")
            .should()
            .dependOnClassesThat(anyOf("the books of circulation", BOOKS))
            .because("holds, items and loans change by a decision only, and ingest and desk take them");

    private static final ArchRule TRANSACTIONS = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "foyer.server.ingest..",
                    "foyer.server.desk..",
                    "foyer.server.ledger..",
                    "foyer.server.broker..",
                    "foyer.server.dispatch..")
            .should()
            .dependOnClassesThat(anyOf("the writing transaction", Set.of(Ledger.class)))
            .because("broker writes enrolments and dispatch versions; nobody else writes");

    private static final ArchRule PAGES = noClasses()
            .that()
            .resideInAPackage(WEB)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "foyer.server.ledger..",
                    "foyer.server.circulation..",
                    "foyer.server.ingest..",
                    "foyer.server.dispatch..")
            .because("pages read projections and ask the desk");

    private static final ArchRule APART = noClasses()
            .that()
            .resideInAPackage("foyer.server..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("foyer.kiosk..", "foyer.bridge..")
            .because("a station and its server know each other by their messages only");

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of("pure", PURE, List.of("ReadsAFile", "MakesAnId")),
                Arguments.of("told the time", TOLD_THE_TIME, List.of("AsksTheClock")),
                Arguments.of("SQL", SQL, List.of("SpeaksSql")),
                Arguments.of("MQTT", MQTT, List.of("SpeaksMqtt")),
                Arguments.of("deciding", DECIDING, List.of("Decides")),
                Arguments.of("writing", WRITING, List.of("Writes")),
                Arguments.of("transactions", TRANSACTIONS, List.of("BeginsATransaction")),
                Arguments.of("pages", PAGES, List.of("ReadsTheLedger")),
                Arguments.of("apart", APART, List.of("KnowsTheKiosk")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void theHouseKeepsTheRuleAndTheRuleCanFail(String name, ArchRule rule, List<String> breakers) {
        rule.check(HOUSE);
        assertThatThrownBy(() -> rule.check(PLANTED))
                .isInstanceOf(AssertionError.class)
                .satisfies(
                        found -> breakers.forEach(breaker -> assertThat(found).hasMessageContaining("." + breaker)));
    }
}
