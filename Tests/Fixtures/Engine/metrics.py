"""Records what scikit-learn says of random predictions: classification, ranking and regression metrics, scaling.

Run: python3 metrics.py (needs scikit-learn and numpy from PyPI); writes metrics.json beside itself.
"""
import json
import os
import warnings

import numpy as np
import sklearn
import sklearn.metrics as m
from sklearn.preprocessing import MinMaxScaler, StandardScaler

HERE = os.path.dirname(os.path.abspath(__file__))
rng = np.random.default_rng(8)
warnings.simplefilter("ignore")


def classification(classes, count, right):
    actual = rng.integers(0, classes, count)
    guess = rng.integers(0, classes, count)
    predicted = np.where(rng.random(count) < right, actual, guess)
    labels = list(range(classes))
    case = {"classes": classes, "predicted": predicted.tolist(), "actual": actual.tolist(),
            "accuracy": m.accuracy_score(actual, predicted),
            "matrix": m.confusion_matrix(actual, predicted, labels=labels).tolist()}
    for name, f in {"precision": m.precision_score, "recall": m.recall_score, "f1": m.f1_score}.items():
        case[name] = {average or "each": np.asarray(f(
            actual, predicted, labels=labels, average=average, zero_division=0)).reshape(-1).tolist()
            for average in (None, "macro", "micro", "weighted")}
    return case


def ranking(count, digits):
    labels = rng.integers(0, 2, count)
    labels[:2] = [0, 1]
    # Rounded, so that scores tie.
    scores = np.round(rng.normal(size=count) + labels, digits)
    low, high, thresholds = m.roc_curve(labels, scores, drop_intermediate=False)
    return {"scores": scores.tolist(), "labels": labels.tolist(), "area": m.roc_auc_score(labels, scores),
            "falsePositiveRates": low.tolist(), "truePositiveRates": high.tolist(),
            "thresholds": thresholds[1:].tolist()}


def regression(count, spread):
    actual = 10 + rng.normal(size=count)
    predicted = actual + spread * rng.normal(size=count)
    return {"predicted": predicted.tolist(), "actual": actual.tolist(),
            "meanAbsoluteError": m.mean_absolute_error(actual, predicted),
            "meanSquaredError": m.mean_squared_error(actual, predicted),
            "rootMeanSquaredError": m.root_mean_squared_error(actual, predicted),
            "rSquared": m.r2_score(actual, predicted)}


def scaling(rows, columns):
    x = rng.normal(size=(rows, columns)) * rng.uniform(0.1, 100, columns) + rng.uniform(-50, 50, columns)
    x[:, 0] = 3
    other = rng.normal(size=(2, columns))
    standard, least = StandardScaler().fit(x), MinMaxScaler().fit(x)
    return {"rows": x.tolist(), "other": other.tolist(), "means": standard.mean_.tolist(),
            "deviations": standard.scale_.tolist(), "standardized": standard.transform(other).tolist(),
            "minMax": least.transform(other).tolist()}


result = {
    "sklearn": sklearn.__version__,
    "classification": [classification(*a) for a in [(2, 30, 0.8), (3, 60, 0.6), (5, 12, 0.3), (10, 400, 0.9)]],
    "ranking": [ranking(*a) for a in [(2, 3), (20, 1), (200, 1), (200, 9)]],
    "regression": [regression(*a) for a in [(2, 0.5), (50, 0.1), (50, 3)]],
    "scaling": [scaling(7, 3), scaling(100, 5)],
}
with open(os.path.join(HERE, "metrics.json"), "w") as out:
    json.dump(result, out, separators=(",", ":"))
