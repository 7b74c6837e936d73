package dev.slipway.ui;

import java.io.Serializable;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A message that the next page shows once, after a redirect. */
public record Flash(Tone tone, String text) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The name of the model attribute. */
    public static final String ATTRIBUTE = "flash";

    /** Tells that what was asked for is done. */
    public static void success(RedirectAttributes attributes, String text) {
        attributes.addFlashAttribute(ATTRIBUTE, new Flash(Tone.GOOD, text));
    }

    /** Tells something that is neither good nor bad. */
    public static void info(RedirectAttributes attributes, String text) {
        attributes.addFlashAttribute(ATTRIBUTE, new Flash(Tone.BUSY, text));
    }

    /** Tells that something did not work, and what to do. */
    public static void failure(RedirectAttributes attributes, String text) {
        attributes.addFlashAttribute(ATTRIBUTE, new Flash(Tone.BAD, text));
    }
}
