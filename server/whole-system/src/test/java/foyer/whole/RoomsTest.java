package foyer.whole;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import foyer.whole.planted.Planted;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may touch what in the whole system; each rule is also held against a class that breaks it. */
class RoomsTest {
    record Rule(ArchRule rule, Class<?> planted) {
        @Override
        public String toString() {
            return rule.getDescription();
        }
    }

    static Stream<Rule> rules() {
        return Stream.of(
                new Rule(
                        noClasses()
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage("foyer.server..")
                                .because(
                                        "the server is met as others meet it: by HTTP, by its broker and in its ledger"),
                        Planted.looksIntoTheServer()),
                new Rule(
                        noClasses()
                                .that()
                                .resideOutsideOfPackage("foyer.whole.bench..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage("foyer.kiosk..")
                                .because(
                                        "the kiosk is met as people meet it: by its scanner, its screen and its doors"),
                        Planted.looksIntoTheKiosk()));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_house_keeps_its_rooms(Rule rule) {
        JavaClasses ours = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("foyer.whole");
        assertThat(ours).isNotEmpty();
        rule.rule().check(ours);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void each_rule_catches_the_class_that_breaks_it(Rule rule) {
        JavaClasses planted = new ClassFileImporter().importClasses(rule.planted());
        assertThat(rule.rule().evaluate(planted).hasViolation()).isTrue();
    }
}
