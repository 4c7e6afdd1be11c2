print("campus-samples")
