// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rules;

import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.incident.IncidentCategory;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which category an event in a sender's own words has: the words decide; where they say nothing,
 * what the sender's format says besides. An event that names an assembly is not an incident,
 * whatever the format says.
 *
 * <table>
 *   <caption>The first row whose phrase the event contains wins</caption>
 *   <tr><td>abduction, kidnapping, amber alert</td><td>ABDUCTION</td></tr>
 *   <tr><td>hostage, barricade</td><td>HOSTAGE</td></tr>
 *   <tr><td>vehicle attack, vehicle ramming</td><td>VEHICLE_ATTACK</td></tr>
 *   <tr><td>bomb threat, suspicious package</td><td>BOMB_THREAT</td></tr>
 *   <tr><td>explosion, blast</td><td>EXPLOSION</td></tr>
 *   <tr><td>shooting, shooter, gunfire, shots fired</td><td>SHOOTING</td></tr>
 *   <tr><td>stabbing, knife attack</td><td>STABBING</td></tr>
 *   <tr><td>robbery, hold up</td><td>ROBBERY</td></tr>
 *   <tr><td>pursuit</td><td>PURSUIT</td></tr>
 *   <tr><td>assault</td><td>ASSAULT</td></tr>
 *   <tr><td>missing person, missing child, missing endangered</td><td>MISSING_PERSON</td></tr>
 *   <tr><td>hazardous material(s), hazmat, chemical spill, gas leak, radiological</td>
 *       <td>HAZARDOUS_MATERIAL</td></tr>
 *   <tr><td>collapse</td><td>COLLAPSE</td></tr>
 *   <tr><td>earthquake, tsunami (it follows one)</td><td>EARTHQUAKE</td></tr>
 *   <tr><td>wildfire, fire</td><td>FIRE</td></tr>
 * </table>
 *
 * <p>No word decides without its context: a drill is no incident, a watch or an advisory is what
 * the sender's code says, and "fire weather" is no fire.
 */
public final class EventWords {

    private static final Map<String, IncidentCategory> EVENTS = events();

    private static final List<String> ASSEMBLIES =
            List.of(
                    "protest",
                    "protests",
                    "demonstration",
                    "rally",
                    "vigil",
                    "picket",
                    "march",
                    "assembly",
                    "parade",
                    "crowd",
                    "protesta",
                    "manifestation",
                    "manifestacion",
                    "marcha",
                    "rassemblement");

    /** What only prepares for an event. */
    private static final List<String> DRILLS = List.of("drill", "practice", "exercise", "test");

    /** What says that an event may come: the sender's code tells which, not the words. */
    private static final List<String> FORECASTS =
            List.of("watch", "advisory", "outlook", "statement", "forecast");

    /** Words of the table in another sense. */
    private static final Pattern FIGURES =
            Pattern.compile(
                    " (fire (weather|danger|risk|alarm|hydrant)|(arctic|polar|winter|cold|snow|heat)"
                            + " blast|shooting (star|range|stars)|trivial pursuit) ");

    private EventWords() {}

    /**
     * The category; empty when nothing names one, or the event is an assembly.
     *
     * @param event what happened, in words
     * @param besides the category that the sender's format gives it, if any
     */
    @Control("COL-04")
    public static Optional<IncidentCategory> categoryOf(
            String event, Optional<IncidentCategory> besides) {
        String plain =
                Normalizer.normalize(event.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
                        .replaceAll("\\p{M}+", "");
        String words = " " + plain.replaceAll("[^a-z0-9]+", " ").strip() + " ";
        if (names(words, DRILLS)) {
            return Optional.empty();
        }
        String meant = FIGURES.matcher(words).replaceAll(" ");
        for (Map.Entry<String, IncidentCategory> row : EVENTS.entrySet()) {
            if (meant.contains(" " + row.getKey() + " ") && !names(words, FORECASTS)) {
                return Optional.of(row.getValue());
            }
        }
        return names(words, ASSEMBLIES) ? Optional.empty() : besides;
    }

    private static boolean names(String words, List<String> ones) {
        return ones.stream().anyMatch(word -> words.contains(" " + word + " "));
    }

    private static Map<String, IncidentCategory> events() {
        Map<String, IncidentCategory> events = new LinkedHashMap<>();
        put(events, IncidentCategory.ABDUCTION, "abduction", "kidnapping", "amber alert");
        put(events, IncidentCategory.HOSTAGE, "hostage", "hostages", "barricade");
        put(events, IncidentCategory.VEHICLE_ATTACK, "vehicle attack", "vehicle ramming");
        put(events, IncidentCategory.BOMB_THREAT, "bomb threat", "suspicious package");
        put(events, IncidentCategory.EXPLOSION, "explosion", "explosions", "blast");
        put(events, IncidentCategory.SHOOTING, "shooting", "shooter", "gunfire", "shots fired");
        put(events, IncidentCategory.STABBING, "stabbing", "knife attack");
        put(events, IncidentCategory.ROBBERY, "robbery", "hold up");
        put(events, IncidentCategory.PURSUIT, "pursuit");
        put(events, IncidentCategory.ASSAULT, "assault");
        put(
                events,
                IncidentCategory.MISSING_PERSON,
                "missing person",
                "missing child",
                "missing endangered");
        put(
                events,
                IncidentCategory.HAZARDOUS_MATERIAL,
                "hazardous material",
                "hazardous materials",
                "hazmat",
                "chemical spill",
                "gas leak",
                "radiological");
        put(events, IncidentCategory.COLLAPSE, "collapse");
        put(events, IncidentCategory.EARTHQUAKE, "earthquake", "tsunami");
        put(events, IncidentCategory.FIRE, "wildfire", "fire");
        return events;
    }

    private static void put(
            Map<String, IncidentCategory> events, IncidentCategory category, String... phrases) {
        for (String phrase : phrases) {
            events.put(phrase, category);
        }
    }
}
