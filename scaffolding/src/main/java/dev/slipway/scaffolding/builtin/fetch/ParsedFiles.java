package dev.slipway.scaffolding.builtin.fetch;

import dev.slipway.template.Template;
import dev.slipway.template.contract.TemplateOptions;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Files of skeletons as templates: the same text is read once, for as long as others are not used more. Of one action, whose language
 * differs by its delimiters and white space alone.
 */
final class ParsedFiles {

    /** Of texts; what is parsed takes a few times as much. */
    private static final int MOST_CHARACTERS = 4 << 20;

    private static final int LARGEST = 128 << 10;

    private final Map<Key, Template> known = new LinkedHashMap<>(16, 0.75f, true);
    private int characters;

    private record Key(String name, String text, TemplateOptions.Delimiters variable, boolean trim, boolean strip) {
        int size() {
            return name.length() + text.length();
        }
    }

    /** @throws dev.slipway.template.contract.TemplateException if it is no template; that is not remembered */
    Template parse(String name, String text, TemplateOptions language) {
        Key key = new Key(name, text, language.variable(), language.trimBlocks(), language.lstripBlocks());
        if (key.size() > LARGEST) {
            return Template.parse(name, text, language);
        }
        Template template = find(key);
        return template == null ? add(key, Template.parse(name, text, language)) : template;
    }

    private synchronized @Nullable Template find(Key key) {
        return known.get(key);
    }

    private synchronized Template add(Key key, Template template) {
        if (known.put(key, template) == null) {
            characters += key.size();
        }
        Iterator<Key> oldest = known.keySet().iterator();
        while (characters > MOST_CHARACTERS) {
            characters -= oldest.next().size();
            oldest.remove();
        }
        return template;
    }
}
