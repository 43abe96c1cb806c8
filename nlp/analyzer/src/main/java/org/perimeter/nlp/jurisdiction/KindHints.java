// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.jurisdiction;

import org.perimeter.nlp.jurisdiction.name.PostWords;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Words that say of which kind the place is that a name shared by several means: whoever speaks of
 * teachers at Millbank means the school and not the quarter.
 */
final class KindHints {

    private static final Map<String, Set<String>> KINDS =
            Map.of(
                    "school",
                    Set.of(
                            "school",
                            "class",
                            "classes",
                            "classroom",
                            "teacher",
                            "teachers",
                            "homework",
                            "student",
                            "students",
                            "freshman",
                            "sophomore",
                            "principal",
                            "gym",
                            "cafeteria",
                            "auditorium",
                            "locker",
                            "lunch",
                            "math",
                            "kids",
                            "grade",
                            "exam",
                            "exams",
                            "textbooks",
                            "pta",
                            "recess",
                            "elementary",
                            "maestra",
                            "maestro",
                            "maestros",
                            "alumnos",
                            "clases",
                            "canchas",
                            "schools"),
                    "station",
                    Set.of(
                            "platform",
                            "platforms",
                            "train",
                            "trains",
                            "tracks",
                            "station",
                            "anden",
                            "tren",
                            "trenes",
                            "commuter"),
                    "hospital",
                    Set.of(
                            "hospital",
                            "nurse",
                            "nurses",
                            "doctor",
                            "doctors",
                            "patient",
                            "patients",
                            "ward",
                            "surgery",
                            "visitors",
                            "gown",
                            "enfermera"),
                    "park",
                    Set.of(
                            "park",
                            "picnic",
                            "playground",
                            "swings",
                            "pond",
                            "trail",
                            "gazebo",
                            "columpios"),
                    "stadium",
                    Set.of(
                            "stadium",
                            "arena",
                            "concourse",
                            "section",
                            "kickoff",
                            "bleachers",
                            "stands",
                            "concert",
                            "goal",
                            "innings"));

    private KindHints() {}

    /** Of the landmarks those of the kind that the post speaks of; empty when of none, or two. */
    static List<Landmark> choose(PostWords post, List<Landmark> landmarks) {
        Set<String> kinds = new LinkedHashSet<>();
        for (int i = 0; i < post.size(); i++) {
            for (Landmark landmark : landmarks) {
                Set<String> words = KINDS.getOrDefault(landmark.kind(), Set.of());
                if (words.contains(post.norm(i)) || words.contains(post.word(i))) {
                    kinds.add(landmark.kind());
                }
            }
        }
        return kinds.size() == 1
                ? landmarks.stream().filter(l -> kinds.contains(l.kind())).toList()
                : List.of();
    }
}
