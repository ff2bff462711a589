package foyer.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import foyer.server.planted.untagged.StartsAServer;
import foyer.server.web.WebServer;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;

/** What starts a server runs on SQLite and on PostgreSQL: by its tag, which nobody shall have to think of. */
class BothLedgersTest {
    private static final Set<String> TAGS = Set.of("ledger", "postgresql");
    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
            .importPackages("foyer");

    @Test
    void everyTestThatStartsAServerIsTagged() {
        assertThat(untagged(TESTS.stream().filter(test -> !planted(test)))).isEmpty();
        assertThat(TESTS.stream().filter(BothLedgersTest::startsAServer)).hasSizeGreaterThan(10);
    }

    @Test
    void oneThatIsNotIsFound() {
        assertThat(untagged(TESTS.stream().filter(BothLedgersTest::planted)))
                .containsExactly(StartsAServer.class.getName());
    }

    private static List<String> untagged(Stream<JavaClass> classes) {
        return classes.filter(BothLedgersTest::hasTests)
                // It only names them.
                .filter(test -> !test.isEquivalentTo(BothLedgersTest.class))
                .filter(BothLedgersTest::startsAServer)
                .filter(test -> !tagged(test))
                .map(JavaClass::getName)
                .toList();
    }

    private static boolean planted(JavaClass test) {
        return test.getPackageName().startsWith("foyer.server.planted");
    }

    private static boolean hasTests(JavaClass test) {
        return test.getMethods().stream().anyMatch(method -> method.isMetaAnnotatedWith(Testable.class));
    }

    /** Itself, or through whatever helps it. */
    private static boolean startsAServer(JavaClass test) {
        return test.getTransitiveDependenciesFromSelf().stream()
                .map(Dependency::getTargetClass)
                .anyMatch(found -> found.isEquivalentTo(LiveServer.class)
                        || found.isEquivalentTo(WebServer.class)
                        || found.isEquivalentTo(ChildServer.class));
    }

    /** A nested class runs with its outer one's tag. */
    private static boolean tagged(JavaClass test) {
        boolean here = test.tryGetAnnotationOfType(Tag.class)
                .filter(tag -> TAGS.contains(tag.value()))
                .isPresent();
        return here || test.getEnclosingClass().filter(BothLedgersTest::tagged).isPresent();
    }
}
