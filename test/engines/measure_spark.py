"""ROWS PARTITIONS COMMAND: pipes a file through the command in Spark and prints the seconds of the job, without the start of Spark."""

import os
import sys
import time

from pyspark.sql import SparkSession

rows, partitions, command = sys.argv[1], int(sys.argv[2]), sys.argv[3]
spark = SparkSession.builder.appName("measure").getOrCreate()
context = spark.sparkContext
context.parallelize(range(100), 4).map(str).count()  # starts the Python workers
start = time.perf_counter()
answered = context.textFile(rows, partitions).pipe(command, env=dict(os.environ), checkCode=True).count()
print("seconds", time.perf_counter() - start, "rows", answered, flush=True)
spark.stop()
