"""The best choice of efforts for a program: elements by their ids, numbers exact."""

from fractions import Fraction
from typing import Any

from dinet.choosing.best_choice import Choice, MovedWeight
from dinet.choosing.choice_question import ChosenSet
from dinet.choosing.choice_words import ChoiceWords
from dinet.network import Network


def choice_data(choice: Choice, network: Network, lang: str) -> dict[str, Any]:
    """The answer ready for JSON: money as text, so that no cent is lost.

    Args:
        choice: The answer.
        network: The programme.
        lang: Of ``cautions``, which are sentences.
    """
    wishes = choice.wishes
    words = ChoiceWords(choice, network, lang)
    return {
        "budget": f"{wishes.budget:f}",
        "unit": "EUR per jaar" if choice.costs.yearly else "EUR",
        "by": wishes.measure,
        "weights": {
            goal: _exact_fraction(weight)
            for goal, weight in wishes.weights.items()
        },
        "keep": list(wishes.keep),
        "without": list(wishes.without),
        "best": _set_data(choice.best),
        "total": _exact_fraction(choice.total),
        "equal": {
            "count": len(choice.equal),
            "all_counted": choice.has_all_equal,
            "sets": [_ids_of(chosen.efforts) for chosen in choice.equal],
            "in_all": _ids_of(choice.in_all),
            "in_none": _ids_of(choice.in_none),
        },
        "without_wishes": choice.unbound and _set_data(choice.unbound),
        "moved_weights": None
        if choice.moved is None
        else [_move_data(one) for one in choice.moved],
        "costs": {
            effort: {"amount": f"{cost.amount:f}", "from": cost.origin}
            for effort, cost in choice.costs.by_id.items()
        },
        "goals_not_carried": _ids_of(choice.not_carried),
        "unmet": [
            {"id": effort.id, "depends_on": needed.id}
            for effort, needed in choice.unmet
        ],
        "solver": choice.solver,
        "cautions": [
            sentence.in_language(lang)
            for sentence in words.caution_sentences()
        ],
    }


def _set_data(chosen: ChosenSet) -> dict[str, Any]:
    return {
        "efforts": _ids_of(chosen.efforts),
        "cost": f"{chosen.cost:f}",
        "value": _exact_fraction(chosen.value),
        "goals": _ids_of(chosen.carried),
    }


def _move_data(moved: MovedWeight) -> dict[str, Any]:
    return {
        "goal": moved.goal.id,
        "by": _exact_fraction(moved.by),
        "enters": _ids_of(moved.enters),
        "leaves": _ids_of(moved.leaves),
    }


def _exact_fraction(number: Fraction) -> dict[str, Any]:
    return {"number": round(float(number), 6), "exact": str(number)}


def _ids_of(elements: Any) -> list[str]:
    return [element.id for element in elements]
