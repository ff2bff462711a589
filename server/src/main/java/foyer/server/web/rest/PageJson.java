package foyer.server.web.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import foyer.server.projection.Cursor;
import foyer.server.projection.Page;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A part of a list. What stands still while pages are asked for is neither repeated nor left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PageJson<T>(
        List<T> list,

        @Schema(description = "The cursor of the next page; absent on the last") @Nullable
        String next) {
    PageJson {
        list = List.copyOf(list);
    }

    static <S, T> PageJson<T> of(Page<S> page, Function<S, T> json) {
        return new PageJson<>(
                page.rows().stream().map(json).toList(),
                page.next().map(Cursor::text).orElse(null));
    }
}
