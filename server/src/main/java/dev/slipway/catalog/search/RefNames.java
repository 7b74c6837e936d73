package dev.slipway.catalog.search;

import dev.slipway.entities.EntityRef;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** References by their numbers. A number never stands for another reference, so what was read is remembered. */
@Component
class RefNames {

    private static final int MOST = 50_000;

    private final JdbcClient database;
    private final Map<Integer, Name> known = new ConcurrentHashMap<>();

    RefNames(JdbcClient database) {
        this.database = database;
    }

    record Name(String text, EntityRef ref) {}

    Map<Integer, Name> of(Collection<Integer> numbers) {
        Map<Integer, Name> names = HashMap.newHashMap(numbers.size());
        for (Integer number : numbers) {
            Name name = known.get(number);
            if (name != null) {
                names.put(number, name);
            }
        }
        if (names.size() < numbers.size()) {
            Map<Integer, Name> others = read(numbers.stream()
                    .filter(number -> !names.containsKey(number))
                    .toArray(Integer[]::new));
            names.putAll(others);
            if (known.size() + others.size() > MOST) {
                known.clear();
            }
            known.putAll(others);
        }
        return names;
    }

    private Map<Integer, Name> read(Integer[] numbers) {
        Map<Integer, Name> names = HashMap.newHashMap(numbers.length);
        database.sql("select id, ref from catalog_refs where id = any (?)")
                .param(numbers)
                .query(rs -> {
                    String text = rs.getString(2);
                    names.put(rs.getInt(1), new Name(text, EntityRef.parse(text, "")));
                });
        return names;
    }
}
