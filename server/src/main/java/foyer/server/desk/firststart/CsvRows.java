package foyer.server.desk.firststart;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/** One CSV file (UTF-8, RFC 4180, first line the columns' names), row by row with its line. */
final class CsvRows {
    private final String file;
    private final List<Row> rows;

    private CsvRows(String file, List<Row> rows) {
        this.file = file;
        this.rows = rows;
    }

    static CsvRows read(Path directory, String file) {
        List<Row> rows = new ArrayList<>();
        CsvMapper mapper = CsvMapper.builder()
                .enable(CsvReadFeature.TRIM_SPACES)
                .enable(CsvReadFeature.SKIP_EMPTY_LINES)
                .build();
        try (Reader reader = Files.newBufferedReader(directory.resolve(file), StandardCharsets.UTF_8);
                MappingIterator<Map<String, String>> found = mapper.readerForMapOf(String.class)
                        .with(CsvSchema.emptySchema().withHeader())
                        .readValues(reader)) {
            while (found.hasNextValue()) {
                int line = found.currentLocation().getLineNr();
                rows.add(new Row(file, line, found.nextValue()));
            }
        } catch (IOException e) {
            throw new ImportRefused(file, "cannot be read as UTF-8 text");
        } catch (JacksonException e) {
            throw new ImportRefused(file, e.getLocation().getLineNr(), "is not a row of these columns");
        }
        return new CsvRows(file, rows);
    }

    List<Row> rows() {
        return List.copyOf(rows);
    }

    /** @throws ImportRefused at the second row with the same value */
    void unique(String... columns) {
        Set<List<String>> seen = new HashSet<>();
        for (Row row : rows) {
            List<String> key = new ArrayList<>();
            for (String column : columns) {
                key.add(row.text(column));
            }
            if (!seen.add(key)) {
                throw row.refused("the " + String.join(" and ", columns) + " of an earlier row");
            }
        }
    }

    String file() {
        return file;
    }

    /** One row. */
    record Row(String file, int line, Map<String, String> values) {
        /** @throws ImportRefused when the column is missing or empty here */
        String text(String column) {
            return optional(column).orElseThrow(() -> refused(column + " is missing"));
        }

        Optional<String> optional(String column) {
            return Optional.ofNullable(values.get(column)).map(String::strip).filter(value -> !value.isEmpty());
        }

        int number(String column) {
            try {
                return Integer.parseInt(text(column));
            } catch (NumberFormatException e) {
                throw refused(column + " is not a number");
            }
        }

        boolean yes(String column) {
            return switch (text(column)) {
                case "true" -> true;
                case "false" -> false;
                default -> throw refused(column + " is neither true nor false");
            };
        }

        ImportRefused refused(String why) {
            return new ImportRefused(file, line, why);
        }

        @Override
        public String toString() {
            return file + ":" + line;
        }
    }
}
