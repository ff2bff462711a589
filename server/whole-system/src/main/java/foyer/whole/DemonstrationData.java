package foyer.whole;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/** The two networks' demonstration data: the same files are imported by the server and read here for what to try. */
public record DemonstrationData(
        List<Branch> branches, List<Title> titles, List<Item> items, List<Person> patrons, List<Person> staff) {
    private static final List<String> FILES = List.of("networks", "branches", "titles", "items", "patrons", "staff");

    public DemonstrationData {
        branches = List.copyOf(branches);
        titles = List.copyOf(titles);
        items = List.copyOf(items);
        patrons = List.copyOf(patrons);
        staff = List.copyOf(staff);
    }

    public record Branch(String id, String network, String name) {}

    public record Title(String id, String network, String title) {}

    public record Item(String barcode, String title, String branch) {}

    /** Somebody invented; {@code code} is the number on the card or badge. */
    public record Person(String network, String name, String code, String pin, String user, String password) {}

    /** Writes the files into {@code directory}, for the server to import, and reads them. */
    public static DemonstrationData into(Path directory) throws IOException {
        Files.createDirectories(directory);
        for (String name : FILES) {
            Files.write(directory.resolve(name + ".csv"), bytes(name));
        }
        return new DemonstrationData(
                read("branches", row -> new Branch(row.at("id"), row.at("network"), row.at("name_en"))),
                read("titles", row -> new Title(row.at("id"), row.at("network"), row.at("title"))),
                read("items", row -> new Item(row.at("barcode"), row.at("title"), row.at("branch"))),
                read("patrons", row -> person(row, row.at("given") + " " + row.at("family"), "card")),
                read("staff", row -> person(row, row.at("name"), "badge")));
    }

    /** What belongs to one network only. */
    public DemonstrationData of(String network) {
        return new DemonstrationData(
                branches.stream()
                        .filter(branch -> branch.network().equals(network))
                        .toList(),
                titles.stream().filter(title -> title.network().equals(network)).toList(),
                items,
                patrons.stream()
                        .filter(person -> person.network().equals(network))
                        .toList(),
                staff.stream()
                        .filter(person -> person.network().equals(network))
                        .toList());
    }

    public Branch branch(String id) {
        return branches.stream()
                .filter(branch -> branch.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no branch " + id));
    }

    /** The branches that have an item of this title. */
    public List<String> branchesWith(Title title) {
        return items.stream()
                .filter(item -> item.title().equals(title.id()))
                .map(Item::branch)
                .distinct()
                .toList();
    }

    private static Person person(Row row, String name, String code) {
        return new Person(row.at("network"), name, row.at(code), row.at("pin"), row.at("user"), row.at("password"));
    }

    private static <T> List<T> read(String name, java.util.function.Function<Row, T> made) throws IOException {
        try (MappingIterator<Map<String, String>> found = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(new String(bytes(name), StandardCharsets.UTF_8))) {
            return found.readAll().stream()
                    .map(row -> made.apply(new Row(name, row)))
                    .toList();
        }
    }

    private record Row(String file, Map<String, String> values) {
        String at(String column) {
            String value = values.get(column);
            if (value == null) {
                throw new IllegalStateException(file + ".csv has no column " + column);
            }
            return value;
        }
    }

    private static byte[] bytes(String name) throws IOException {
        String resource = "/demonstration/" + name + ".csv";
        try (InputStream in = DemonstrationData.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("The jar has no " + resource);
            }
            return in.readAllBytes();
        }
    }
}
