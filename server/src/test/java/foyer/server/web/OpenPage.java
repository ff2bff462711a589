package foyer.server.web;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/**
 * A page as it is open in a browser without scripts: fields are found by their labels and buttons by what they say, and
 * what is sent is what the page itself holds, its token too.
 */
final class OpenPage {
    private static final String FIELDS = "input, select, textarea";

    private final Browser who;
    private final HttpResponse<String> answer;
    private final Document document;

    private OpenPage(Browser who, HttpResponse<String> answer) {
        this.who = who;
        this.answer = answer;
        this.document = Jsoup.parse(answer.body(), answer.uri().toString());
    }

    static OpenPage of(Browser who, String path) {
        return new OpenPage(who, who.get(path));
    }

    int status() {
        return answer.statusCode();
    }

    String header(String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    String path() {
        return answer.uri().getPath();
    }

    Document document() {
        return document;
    }

    /** Everything that can be read on it. */
    String words() {
        return main().text();
    }

    private Element main() {
        return document.expectFirst("main");
    }

    /** What it says was done, or why not. */
    String said() {
        return document.select("[role=status].said, [role=alert].said").text();
    }

    /** What stands under a heading, up to the next of the same rank. */
    String under(String heading) {
        Element from = only(
                main().select("h2").stream()
                        .filter(one -> one.text().equals(heading))
                        .toList(),
                heading);
        StringBuilder words = new StringBuilder();
        for (Element next = from.nextElementSibling();
                next != null && !next.nameIs("h2");
                next = next.nextElementSibling()) {
            words.append(next.text()).append('\n');
        }
        return words.toString();
    }

    /** A field by its label, or by {@code #id} where several have the same label. */
    Element field(String label) {
        return label.startsWith("#")
                ? Objects.requireNonNull(document.getElementById(label.substring(1)), label)
                : field(label, document);
    }

    /** A field by its label, in the group of fields that has this name. */
    private Element field(String label, String group) {
        return field(
                label,
                only(
                        document.select("[role=group]").stream()
                                .filter(one -> named(one).equals(group))
                                .toList(),
                        group));
    }

    private String named(Element group) {
        return Objects.requireNonNull(document.getElementById(group.attr("aria-labelledby")), "a group without a name")
                .text();
    }

    private Element field(String label, Element within) {
        Element found = only(
                within.select("label").stream()
                        .filter(one -> one.text().equals(label))
                        .filter(one -> !within.equals(document) || one.closest("[role=group]") == null)
                        .toList(),
                label);
        Element inside = found.selectFirst(FIELDS);
        return inside != null
                ? inside
                : Objects.requireNonNull(
                        document.getElementById(found.attr("for")), label + " is the label of nothing");
    }

    OpenPage fill(String label, String value) {
        Element field = field(label);
        if (field.hasAttr("maxlength") && value.length() > Integer.parseInt(field.attr("maxlength"))) {
            throw new IllegalArgumentException(label + " takes no more than " + field.attr("maxlength"));
        }
        if (!field.nameIs("input")) {
            throw new IllegalArgumentException(label + " is not written into");
        }
        field.val(value);
        return this;
    }

    /** One of those offered, by its words. */
    OpenPage choose(String label, String words) {
        Elements options = field(label).select("option");
        Element chosen =
                only(options.stream().filter(one -> one.text().equals(words)).toList(), words);
        options.forEach(one -> one.removeAttr("selected"));
        chosen.attr("selected", "");
        return this;
    }

    OpenPage tick(String label) {
        field(label).attr("checked", "");
        return this;
    }

    OpenPage tick(String label, String group) {
        field(label, group).attr("checked", "");
        return this;
    }

    OpenPage untick(String label) {
        field(label).removeAttr("checked");
        return this;
    }

    OpenPage untick(String label, String group) {
        field(label, group).removeAttr("checked");
        return this;
    }

    boolean ticked(String label, String group) {
        return field(label, group).hasAttr("checked");
    }

    boolean has(String button) {
        return !buttons(button).isEmpty();
    }

    /** Presses the one button that says this, and answers the page that is shown then. */
    OpenPage press(String words) {
        Element button = only(buttons(words), words);
        Element form = owner(button).orElseThrow(() -> new IllegalStateException(words + " belongs to no form"));
        List<Map.Entry<String, String>> sent = new ArrayList<>();
        for (Element field : document.select(FIELDS)) {
            if (owner(field).filter(form::equals).isPresent() && !field.hasAttr("disabled")) {
                sent.addAll(held(field));
            }
        }
        if (button.hasAttr("name")) {
            sent.add(Map.entry(button.attr("name"), button.val()));
        }
        String body = sent.stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        String to = button.hasAttr("formaction") ? button.attr("formaction") : form.attr("action");
        return form.attr("method").equalsIgnoreCase("post") ? followed(who.post(to, body)) : of(who, asked(to, body));
    }

    private OpenPage followed(HttpResponse<String> came) {
        return came.statusCode() == 302 ? of(who, Browser.location(came)) : new OpenPage(who, came);
    }

    private static String asked(String to, String body) {
        int mark = to.indexOf('#');
        return (mark < 0 ? to : to.substring(0, mark)) + "?" + body;
    }

    private List<Element> buttons(String words) {
        return document.select("button").stream()
                .filter(one -> !one.hasAttr("disabled"))
                .filter(one -> one.hasAttr("aria-label")
                        ? one.attr("aria-label").equals(words)
                        : one.text().equals(words))
                .toList();
    }

    private Optional<Element> owner(Element element) {
        return Optional.ofNullable(
                element.hasAttr("form") ? document.getElementById(element.attr("form")) : element.closest("form"));
    }

    private static List<Map.Entry<String, String>> held(Element field) {
        String value =
                switch (field.normalName()) {
                    case "select" ->
                        Optional.ofNullable(field.selectFirst("option[selected]"))
                                .or(() -> Optional.ofNullable(field.selectFirst("option")))
                                .map(Element::val)
                                .orElse("");
                    default -> field.val();
                };
        if (field.hasAttr("required") && value.isEmpty()) {
            throw new IllegalStateException("a browser does not send " + field.attr("name") + " empty");
        }
        boolean tick =
                field.attr("type").equals("checkbox") || field.attr("type").equals("radio");
        return field.hasAttr("name") && (!tick || field.hasAttr("checked"))
                ? List.of(Map.entry(field.attr("name"), value))
                : List.of();
    }

    private static Element only(List<Element> found, String what) {
        if (found.size() != 1) {
            throw new IllegalStateException(found.size() + " times on the page: " + what);
        }
        return found.getFirst();
    }
}
