package foyer.station;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import foyer.station.planted.PlantedChance;
import foyer.station.planted.PlantedClock;
import foyer.station.planted.PlantedReach;
import foyer.station.planted.PlantedThread;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What this room may touch, and for each rule a class that breaks it and is found. */
class RoomsTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("foyer.station");

    private static final DescribedPredicate<JavaClass> OUTSIDE_WORLD = belongToAnyOf(
            Thread.class,
            ThreadLocal.class,
            Process.class,
            ProcessBuilder.class,
            Runtime.class,
            System.class,
            Clock.class);

    private static final ArchRule ONLY_WORDS = classes()
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            "foyer.station..",
                            "java.lang",
                            "java.lang.annotation",
                            "java.lang.invoke",
                            "java.lang.runtime",
                            "java.time",
                            "java.util",
                            "java.util.function",
                            "java.util.regex",
                            "java.nio.charset",
                            "com.fasterxml.jackson.annotation",
                            "tools.jackson..",
                            "org.jspecify.annotations")
                    .or(belongToAnyOf(SecureRandom.class)))
            .because("both ends and the simulator share these words: a file, a socket or a thread in them is in all");

    private static final ArchRule NO_OUTSIDE_WORLD = noClasses()
            .should()
            .dependOnClassesThat(OUTSIDE_WORLD)
            .because("a message is the same whoever runs it, on whatever thread");

    private static final ArchRule NO_CLOCK = noClasses()
            .should()
            .callMethodWhere(describe(
                    "it asks what time it is",
                    (JavaCall<?> call) -> call.getTargetOwner().getPackageName().equals("java.time")
                            && call.getName().equals("now")))
            .because("time is handed in: both times of a fact belong to whoever saw it");

    private static final ArchRule NO_CHANCE = noClasses()
            .that()
            .doNotBelongToAnyOf(Ids.class)
            .should()
            .dependOnClassesThat(belongToAnyOf(SecureRandom.class)
                    .or(resideInAPackage("java.util.random"))
                    .or(belongToAnyOf(java.util.Random.class)))
            .because("an id is made where the fact happens, by Ids.random, and a decision is handed it");

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(ONLY_WORDS, PlantedReach.class),
                Arguments.of(NO_OUTSIDE_WORLD, PlantedThread.class),
                Arguments.of(NO_CLOCK, PlantedClock.class),
                Arguments.of(NO_CHANCE, PlantedChance.class));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void the_room_keeps_the_rule(ArchRule rule, Class<?> planted) {
        rule.check(OURS);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("rules")
    void the_rule_finds_what_breaks_it(ArchRule rule, Class<?> planted) {
        assertThat(rule.evaluate(new ClassFileImporter().importClasses(planted)).hasViolation())
                .isTrue();
    }
}
