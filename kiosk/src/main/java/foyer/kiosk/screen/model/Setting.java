package foyer.kiosk.screen.model;

import foyer.kiosk.session.Frame;

/**
 * What a view model is told beside its view.
 *
 * @param online whether the server is reached; only staff are told
 * @param larger text a quarter larger: fewer lines fit
 * @param low everything touchable in the lower half: fewer lines fit
 * @param page which page of a list, from 0; beyond the last it starts again
 */
public record Setting(Words words, Frame.Place place, boolean online, boolean larger, boolean low, int page) {

    String say(String key) {
        return words.say(key);
    }

    String say(String key, String name, Object value) {
        return words.say(key, name, value);
    }
}
