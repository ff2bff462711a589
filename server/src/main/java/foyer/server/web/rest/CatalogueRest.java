package foyer.server.web.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import foyer.server.projection.Projections;
import foyer.server.projection.ReturnPlaces;
import foyer.server.web.safe.Signed;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue and the branches of the caller's own network. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Catalogue", description = "Titles, copies and branches of the caller's network.")
class CatalogueRest {
    /** More than anybody reads; who needs another should say more words. */
    static final int MOST_TITLES = 50;

    private final Projections projections;
    private final ReturnPlaces returns;

    CatalogueRest(Projections projections, ReturnPlaces returns) {
        this.projections = projections;
        this.returns = returns;
    }

    @GetMapping("/titles")
    @Operation(summary = "Search titles", description = "By words of title or author, or by ISBN. At most 50.")
    List<TitleJson> titles(
            @AuthenticationPrincipal Signed who,
            @Parameter(description = "Words to look for", example = "putenis") @RequestParam @Size(max = 200)
                    String q) {
        return projections.titles(who.network(), q, MOST_TITLES).stream()
                .map(TitleJson::of)
                .toList();
    }

    @GetMapping("/titles/{id}")
    @Operation(summary = "One title", description = "With every copy and where it is.")
    TitleJson title(@AuthenticationPrincipal Signed who, @PathVariable String id) {
        return projections
                .title(id)
                .filter(title -> title.network().equals(who.network()))
                .map(TitleJson::of)
                .orElseThrow(() -> new Refused(Problem.NO_SUCH_TITLE));
    }

    @GetMapping("/branches")
    @Operation(
            summary = "Branches",
            description =
                    "With their names by language, how to reach them, and whether and when their doors take returns.")
    List<BranchJson> branches(@AuthenticationPrincipal Signed who) {
        return returns.of(who.network()).stream().map(BranchJson::of).toList();
    }

    /** A branch. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Branch")
    record BranchJson(
            @Schema(example = "ilukste-central") String id,
            @Schema(description = "By language") Map<String, String> name,
            String address,
            String phone,
            String email,

            @Schema(description = "At the door; absent where there is none") @Nullable
            ReturnsJson returns) {
        static BranchJson of(ReturnPlaces.Place place) {
            Projections.BranchRow row = place.branch();
            return new BranchJson(
                    row.id(),
                    row.name(),
                    row.address(),
                    row.phone(),
                    row.email(),
                    place.door().map(ReturnsJson::of).orElse(null));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ReturnsAtTheDoor")
    record ReturnsJson(
            @Schema(allowableValues = {"now", "later", "never"})
            String taken,

            @Schema(description = "Since when, or from when on; absent when always or never") @Nullable
            Instant from,

            @Schema(description = "Absent when always or never") @Nullable
            Instant until,

            @Schema(
                    description =
                            "For how many items the bins have room, as the door said last; absent while it has not")
            @Nullable
            Integer room) {
        static ReturnsJson of(ReturnPlaces.Door door) {
            String taken = door.never() ? "never" : door.open() ? "now" : "later";
            return new ReturnsJson(
                    taken,
                    door.from().orElse(null),
                    door.until().orElse(null),
                    door.room().orElse(null));
        }
    }
}
