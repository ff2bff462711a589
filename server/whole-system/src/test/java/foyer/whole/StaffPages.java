package foyer.whole;

import foyer.whole.DemonstrationData.Person;
import java.io.IOException;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** Staff before the web pages: signs in by the form, reads lists, presses the buttons of their forms. */
final class StaffPages {
    private final Connection session;
    private final String root;

    private StaffPages(Connection session, String root) {
        this.session = session;
        this.root = root;
    }

    static StaffPages signIn(Site site, Person staff) throws IOException {
        String root = site.web().toString();
        Connection session = Jsoup.newSession().timeout(20_000);
        Document page = session.newRequest(root + "/").get();
        FormElement form = (FormElement) page.expectFirst("form:has(input[type=password])");
        form.expectFirst("input[type=text], input[name=username]").val(staff.user());
        form.expectFirst("input[type=password]").val(staff.password());
        Document home = submit(session, form);
        if (home.selectFirst("input[type=password]") != null) {
            throw new IOException("Staff were not let in: " + home.text());
        }
        return new StaffPages(session, root);
    }

    /** The words of the review page. */
    String review() throws IOException {
        return page("/staff/holds").text();
    }

    /** Presses Confirm beside one hold. */
    void confirm(String hold) throws IOException {
        Document page = page("/staff/holds");
        Element row = page.expectFirst("form[action$=/confirm]:has(input[name=hold][value=" + hold + "])");
        submit(session, (FormElement) row);
    }

    Document station() throws IOException {
        return page("/staff/stations/" + Site.STATION + "?lang=en");
    }

    private Document page(String path) throws IOException {
        return session.newRequest(root + path).get();
    }

    private static Document submit(Connection session, FormElement form) throws IOException {
        Connection request = session.newRequest(form.absUrl("action")).method(Connection.Method.POST);
        for (Connection.KeyVal field : form.formData()) {
            request.data(field.key(), field.value());
        }
        return request.execute().parse();
    }
}
